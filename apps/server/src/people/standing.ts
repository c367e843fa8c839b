import type { MemberStanding } from '@pandafab/domain';
import type { GroupId, MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Group } from './group.entities';
import { Member } from './member.entity';
import { MemberCategory } from './member-category.entity';
import { residenciesOf } from './residency';

/** What a member is priced by. */
export async function standingOf(manager: EntityManager, memberId: MemberId): Promise<MemberStanding> {
  const member = await manager.findOneByOrFail(Member, { id: memberId });
  const { tariff } = await manager.findOneByOrFail(MemberCategory, { code: member.category });
  const residency = (await residenciesOf(manager, [memberId])).get(memberId);
  return { tariff, residencyValidUntil: residency?.validUntil ?? null };
}

/** What is made for a group is priced by: nobody lives in a group, so that it is never priced as a resident. */
export async function standingOfGroup(manager: EntityManager, groupId: GroupId): Promise<MemberStanding> {
  const group = await manager.findOneByOrFail(Group, { id: groupId });
  const { tariff } = await manager.findOneByOrFail(MemberCategory, { code: group.category });
  return { tariff, residencyValidUntil: null };
}
