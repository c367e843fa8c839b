import type { FinishedRun } from '@pandafab/domain';
import type { AccountId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Account } from '../../people/accounts/account.entity';
import type { Job } from '../jobs/job.entities';
import type { Run } from '../jobs/run.entity';
import { Transition } from '../jobs/transition.entity';

/** Who requested the cancellation of a run first; null: no request, as when a person stops the machine. */
export async function cancellerOf(
  manager: EntityManager,
  { id: runId }: Run,
  { memberId }: Job,
): Promise<NonNullable<FinishedRun['cancelledBy']> | null> {
  const step = await manager.findOne(Transition, {
    where: { runId, event: 'cancel requested', actorKind: 'account' },
    order: { id: 'ASC' },
  });
  if (!step?.actorId) return null;
  const account = await manager.findOneBy(Account, { id: step.actorId as AccountId });
  return account?.memberId === memberId ? 'maker' : 'staff';
}
