import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type GroupId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Group, GroupPerson } from '../../people/groups/group.entities';
import { MemberContact } from '../../people/members/member.entity';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { GroupPayer } from './settings.entities';

type Chosen = Pick<GroupPayer, 'payer' | 'memberId'>;

/** Who pays for the prints of groups and schools. */
@Injectable()
export class GroupPayers {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** With the name of who pays. @throws Fault GROUP.UNKNOWN */
  async get(groupId: GroupId) {
    const { manager } = this.database;
    const { organisationId } = await demandGroup(manager, groupId);
    const chosen = await manager.findOneBy(GroupPayer, { groupId });
    const { payer = null, memberId = null, prestationId = null } = chosen ?? {};
    const contact = memberId && (await manager.findOneBy(MemberContact, { memberId }));
    const organisation = organisationId && (await manager.findOneBy(Organisation, { id: organisationId }));
    return {
      ...{ payer, memberId, prestationId },
      leaderName: contact?.displayName ?? null,
      organisationName: organisation?.name ?? null,
    };
  }

  /**
   * Chooses who pays for the prints that are submitted from now on.
   * @throws Fault GROUP.UNKNOWN, ACCOUNT.NO_ORGANISATION, ACCOUNT.NOT_LEADER
   */
  async set(by: AccountId, groupId: GroupId, { payer, memberId }: Chosen): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const { labId, organisationId } = await demandGroup(manager, groupId);
      if (payer === 'organisation' && organisationId === null) throw new Fault('ACCOUNT.NO_ORGANISATION');
      if (payer === 'leader') await demandLeader(manager, groupId, memberId);
      const next: Chosen = { payer, memberId: payer === 'leader' ? memberId : null };
      const was = await manager.findOneBy(GroupPayer, { groupId });
      const changed = difference(was ?? { payer: null, memberId: null }, next);
      if (!changed) return;
      const row = {
        groupId,
        ...next,
        prestationId: was?.prestationId ?? null,
        changedBy: by,
        changedAt: now,
      };
      await manager.upsert(GroupPayer, row, ['groupId']);
      await audit(unit, { action: 'group.payer-chosen', subject: ['group', groupId], labId, ...changed });
    });
  }
}

async function demandGroup(manager: EntityManager, id: GroupId): Promise<Group> {
  const group = await manager.findOneBy(Group, { id });
  if (!group) throw new Fault('GROUP.UNKNOWN');
  return group;
}

async function demandLeader(manager: EntityManager, groupId: GroupId, memberId: MemberId | null) {
  const leads =
    memberId !== null && (await manager.existsBy(GroupPerson, { groupId, memberId, leads: true }));
  if (!leads) throw new Fault('ACCOUNT.NOT_LEADER');
}
