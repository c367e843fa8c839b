import type { MemberStanding } from '@pandafab/domain';
import { type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
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
