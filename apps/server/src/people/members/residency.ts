import type { Fault, Instant, MemberId } from '@pandafab/shared';
import { type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { lastDay } from '../../platform/kit/cells';
import { type Member, ResidencyVerification } from './member.entity';

/** Staff and the member see a notice this long before a verified residence expires. */
export const WARNED_BEFORE_MS = 30 * 24 * 3_600_000;

/**
 * For each member, the verification with the latest end, expired or not; none for members without a verification that
 * was not withdrawn.
 */
export async function residenciesOf(
  manager: EntityManager,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, ResidencyVerification>> {
  const current = await manager.find(ResidencyVerification, {
    where: { memberId: In(memberIds), withdrawnAt: IsNull() },
    order: { validUntil: 'ASC', id: 'ASC' },
  });
  return new Map(current.map((verification) => [verification.memberId, verification]));
}

export type ResidencyState = 'none' | 'valid' | 'ends-soon' | 'expired';

export function proofState(validUntil: Instant, now: Instant): Exclude<ResidencyState, 'none'> {
  if (now >= validUntil) return 'expired';
  return now >= validUntil - WARNED_BEFORE_MS ? 'ends-soon' : 'valid';
}

const END = `(SELECT MAX(r."validUntil") FROM residency_verifications r
  WHERE r."memberId" = member.id AND r."withdrawnAt" IS NULL)`;
const CONDITIONS: Readonly<Record<ResidencyState, string>> = {
  none: `${END} IS NULL`,
  expired: `${END} <= :now`,
  'ends-soon': `${END} > :now AND ${END} <= :warned`,
  valid: `${END} > :warned`,
};

/** The same, as a condition for a list of `member`. */
export const onlyResidents = (query: SelectQueryBuilder<Member>, state: ResidencyState, now: Instant) =>
  query.andWhere(CONDITIONS[state], { now, warned: now + WARNED_BEFORE_MS });

/** The notice for a submission: the member's residence expires soon or has expired; null otherwise. */
export async function residencyNotice(
  manager: EntityManager,
  memberId: MemberId,
  now: Instant,
): Promise<Pick<Fault, 'code' | 'details'> | null> {
  const residency = (await residenciesOf(manager, [memberId])).get(memberId);
  const state = residency && proofState(residency.validUntil, now);
  if (!residency || state === 'valid') return null;
  const code = state === 'expired' ? 'MEMBER.RESIDENCY_EXPIRED' : 'MEMBER.RESIDENCY_ENDS_SOON';
  return { code, details: { until: lastDay(residency.validUntil) } };
}
