import { coverageOf } from '@pandafab/domain';
import { cents, type JobId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { sumsOf } from './account-sums';
import { Reservation } from './reservation.entity';

/** What the account of a waiting job covers of its price. */
export interface MissingFunds {
  readonly coveredCents: number;
  readonly neededCents: number;
}

/**
 * The jobs that wait for money, in the whole network. There are few of them, and none in a network whose members do not
 * pay.
 * @param only a job, where one is asked for
 */
export async function missingFunds(
  manager: EntityManager,
  only?: JobId,
): Promise<ReadonlyMap<JobId, MissingFunds>> {
  const waiting = await manager.findBy(Reservation, { state: 'waiting', ...(only && { jobId: only }) });
  if (waiting.length === 0) return new Map();
  const sums = await sumsOf(
    manager,
    waiting.map(({ memberId }) => memberId),
  );
  return new Map(
    waiting.map(({ jobId, memberId, cents: needed }) => {
      const { coveredCents, neededCents } = coverageOf(sums(memberId), cents(needed));
      return [jobId, { coveredCents, neededCents }];
    }),
  );
}
