import { Injectable } from '@nestjs/common';
import { Fault, type GroupId, type MemberId, newId } from '@pandafab/shared';
import { In } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Member, MemberContact } from '../members/member.entity';
import { GroupPerson } from './group.entities';
import { findOpen } from './groups.service';

export interface PersonInGroup extends GroupPerson {
  readonly displayName: string;
}

/** The members and the leaders of a group. */
@Injectable()
export class GroupPeopleService {
  constructor(
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

  /**
   * Adds a member to a group, or changes whether they lead it. @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED,
   * MEMBER.UNKNOWN.
   */
  async put(groupId: GroupId, memberId: MemberId, leads: boolean): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const { labId } = await findOpen(manager, groupId);
      if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
      const was = await manager.findOneBy(GroupPerson, { groupId, memberId });
      if (was?.leads === leads) return;
      const person = { id: newId<string>(), groupId, memberId, leads, addedAt: now };
      // Two concurrent requests may add the same member; the later one decides whether the member leads.
      await manager.createQueryBuilder().insert().into(GroupPerson).values(person).orIgnore().execute();
      await manager.update(GroupPerson, { groupId, memberId }, { leads });
      const note = { before: was && { leads: was.leads }, after: { memberId, leads } };
      await audit(unit, {
        action: 'group.person-put',
        subject: ['group', groupId],
        labId,
        ...note,
      });
    });
  }

  /** Removes a member from a group; does nothing if they are not in it. @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED. */
  async remove(groupId: GroupId, memberId: MemberId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const { labId } = await findOpen(manager, groupId);
      const { affected } = await manager.delete(GroupPerson, { groupId, memberId });
      if (!affected) return;
      const note = { subject: ['group', groupId] as const, labId, before: { memberId } };
      await audit(unit, { action: 'group.person-removed', ...note });
    });
  }
}
