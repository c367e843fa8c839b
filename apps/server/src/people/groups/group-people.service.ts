import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type GroupId, type MemberId, newId } from '@pandafab/shared';
import { In } from 'typeorm';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { GroupPerson } from '../group.entities';
import { Member, MemberContact } from '../member.entity';
import { findOpen } from './groups.service';

export interface PersonInGroup extends GroupPerson {
  readonly displayName: string;
}

/** Who is in a group, and who leads it. */
@Injectable()
export class GroupPeopleService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** By name. */
  async list(groupId: GroupId): Promise<PersonInGroup[]> {
    const people = await this.read.of(GroupPerson).findBy({ groupId });
    const memberIds = people.map(({ memberId }) => memberId);
    const contacts = await this.read.of(MemberContact).findBy({ memberId: In(memberIds) });
    const names = new Map(contacts.map(({ memberId, displayName }) => [memberId, displayName]));
    return people
      .map((person) => ({ ...person, displayName: names.get(person.memberId) ?? '—' }))
      .sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr'));
  }

  /** Puts a member into a group, or changes whether they lead it. @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED, MEMBER.UNKNOWN. */
  async put(groupId: GroupId, memberId: MemberId, leads: boolean): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { labId } = await findOpen(manager, groupId);
      if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
      const was = await manager.findOneBy(GroupPerson, { groupId, memberId });
      if (was?.leads === leads) return;
      const person = { id: newId<string>(), groupId, memberId, leads, addedAt: this.clock.now() };
      // Two who put the same member in at once agree that the member is in; the later one says who leads.
      await manager.createQueryBuilder().insert().into(GroupPerson).values(person).orIgnore().execute();
      await manager.update(GroupPerson, { groupId, memberId }, { leads });
      const note = { before: was && { leads: was.leads }, after: { memberId, leads } };
      await audit(manager, this.clock, {
        action: 'group.person-put',
        subject: ['group', groupId],
        labId,
        ...note,
      });
    });
  }

  /** Takes a member out of a group; nothing where they are not in it. @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED. */
  async remove(groupId: GroupId, memberId: MemberId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { labId } = await findOpen(manager, groupId);
      const { affected } = await manager.delete(GroupPerson, { groupId, memberId });
      if (!affected) return;
      const note = { subject: ['group', groupId] as const, labId, before: { memberId } };
      await audit(manager, this.clock, { action: 'group.person-removed', ...note });
    });
  }
}
