import { Fault } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { doersOf } from '../actors';
import { accountsIn } from '../history-view';
import type { Job } from '../job.entities';
import { Transition } from '../transition.entity';

/**
 * Checks that the author of a change saw the present job.
 * @throws Fault JOB.CHANGED {version, state, who}, or JOB.CHANGED_BY {version, state, name} for those who may read names
 */
export async function demandVersion(
  manager: EntityManager,
  account: CurrentAccountInfo,
  job: Job,
  version: number,
): Promise<void> {
  if (job.version === version) return;
  const { id: jobId, state, version: present } = job;
  const steps = await manager.find(Transition, {
    where: { jobId, runId: IsNull() },
    order: { id: 'DESC' },
    take: 1,
  });
  const [doer] = (await doersOf(manager, account, job, accountsIn(steps))).values();
  const found = { version: present, state };
  if (doer?.name) throw new Fault('JOB.CHANGED_BY', { ...found, name: doer.name });
  throw new Fault('JOB.CHANGED', { ...found, who: doer?.who ?? 'server' });
}
