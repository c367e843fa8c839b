import { coverageOf } from '@pandafab/domain';
import { cents, type GroupId, type JobId, type MemberId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { enqueue } from '../../platform/queues/outbox';
import type { Estimate } from '../pricing/usage-record.dto';
import { sumsOf } from './account-sums';
import { coveringOf, coverJobs } from './cover-jobs.job';
import { lockAccount } from './lock-account';
import { priceOfCopies } from './price-of-copies';
import { Reservation } from './reservation.entity';

/** The jobs of one submission, and the account that pays for them. */
export interface ToReserve {
  readonly memberId: MemberId;
  readonly groupId: GroupId | null;
  readonly jobIds: readonly JobId[];
  readonly estimate: Estimate;
}

/**
 * Keeps the price of each job on the account that pays. A job that the account does not cover waits. Two submissions
 * never reserve the same cent: the account is locked until the unit of work ends.
 */
export async function reserve(unit: Unit, { memberId, groupId, jobIds, estimate }: ToReserve): Promise<void> {
  const { manager, now } = unit;
  await lockAccount(unit, memberId);
  const prices = await priceOfCopies(manager, { memberId, groupId, at: now }, estimate, jobIds.length);
  let sums = (await sumsOf(manager, [memberId]))(memberId);
  const rows = prices.map(({ neededCents, measure, free }, at): Reservation => {
    const { fits } = coverageOf(sums, neededCents);
    if (fits) sums = { ...sums, reservedCents: cents(sums.reservedCents + neededCents) };
    return {
      ...{ jobId: jobIds[at] as JobId, memberId, cents: neededCents, measure, freeAmount: free.amount },
      ...{ state: fits ? 'held' : 'waiting', createdAt: now, releasedAt: null },
    };
  });
  await manager.insert(Reservation, rows);
}

/**
 * The job ended, in whatever way: what was reserved for it is free again. It locks no account, so that any unit of work
 * may call it.
 */
export async function release(unit: Unit, jobId: JobId): Promise<void> {
  const { manager, now } = unit;
  const reservation = await manager.findOneBy(Reservation, { jobId });
  if (!reservation || reservation.state === 'released') return;
  await manager.update(Reservation, { jobId }, { state: 'released', releasedAt: now });
  if (reservation.state === 'held') await enqueue(unit, coverJobs, coveringOf(reservation.memberId));
}
