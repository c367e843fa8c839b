import { type FreeQuota, leftOfQuota, monthOf } from '@pandafab/domain';
import type { GroupId, Instant, JobId, MemberId } from '@pandafab/shared';
import { type EntityManager, Not } from 'typeorm';
import { Member } from '../../people/members/member.entity';
import { parisDay } from '../kit/paris';
import { AccountCharge } from './account.entities';
import { Reservation } from './reservation.entity';
import { accountRules } from './settings-in-force';

/** What is left of a member's free use in a month. */
export interface FreeUse {
  readonly quota: FreeQuota;
  readonly left: number;
}

/** Of whom, and when. A print for a group takes nothing of the free use of the person who pays. */
export interface FreeUseOf {
  readonly memberId: MemberId;
  readonly groupId: GroupId | null;
  readonly at: Instant;
  /** A job whose own reservation does not count. */
  readonly except?: JobId;
}

/** What is left of the month, after prints that ended and prints that were submitted; null: the member has no quota. */
export async function freeUseOf(manager: EntityManager, whose: FreeUseOf): Promise<FreeUse | null> {
  const { memberId, groupId, at, except } = whose;
  if (groupId !== null) return null;
  const { quotas } = await accountRules(manager);
  if (Object.keys(quotas).length === 0) return null;
  const { category } = await manager.findOneByOrFail(Member, { id: memberId });
  const quota = Object.hasOwn(quotas, category) ? quotas[category] : undefined;
  if (!quota) return null;
  const { measure } = quota;
  const used = await manager.sum(AccountCharge, 'freeAmount', {
    memberId,
    measure,
    month: monthOf(parisDay(at)),
  });
  const held = await manager.findBy(Reservation, { memberId, measure, state: Not('released') });
  const others = held.filter(({ jobId }) => jobId !== except);
  const reserved = others.reduce((sum, { freeAmount }) => sum + freeAmount, 0);
  // PostgreSQL gives sums as texts.
  return { quota, left: leftOfQuota(quota, Number(used ?? 0) + reserved) };
}
