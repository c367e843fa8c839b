import type { MemberId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { ResidencyVerification } from './member.entity';

/** Staff and member are told this long before a verified residence ends. */
export const WARNED_BEFORE_MS = 30 * 24 * 3_600_000;

/**
 * The verification that holds longest of each member, expired or not; members who were never verified, or whose
 * verifications were all withdrawn, have none.
 */
export async function residenciesOf(
  manager: EntityManager,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, ResidencyVerification>> {
  const standing = await manager.find(ResidencyVerification, {
    where: { memberId: In(memberIds), withdrawnAt: IsNull() },
    order: { validUntil: 'ASC', id: 'ASC' },
  });
  return new Map(standing.map((verification) => [verification.memberId, verification]));
}
