import type { PricingStatus } from '@pandafab/domain';
import type { GroupId, MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MemberCategory } from '../categories/member-category.entity';
import { Member } from '../members/member.entity';
import { residenciesOf } from '../members/residency';
import { Group } from './group.entities';

/** The data of a member that decide the price. */
export async function pricingStatusOf(manager: EntityManager, memberId: MemberId): Promise<PricingStatus> {
  const member = await manager.findOneByOrFail(Member, { id: memberId });
  const { tariff } = await manager.findOneByOrFail(MemberCategory, { code: member.category });
  const residency = (await residenciesOf(manager, [memberId])).get(memberId);
  return { tariff, residencyValidUntil: residency?.validUntil ?? null };
}

/** The data of a group that decide the price. A group has no residence, so it never gets the residents' price. */
export async function pricingStatusOfGroup(manager: EntityManager, groupId: GroupId): Promise<PricingStatus> {
  const group = await manager.findOneByOrFail(Group, { id: groupId });
  const { tariff } = await manager.findOneByOrFail(MemberCategory, { code: group.category });
  return { tariff, residencyValidUntil: null };
}
