import { type Reason, reasonsAgainst } from '@pandafab/domain';
import type { FaultDetails, Language, MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { putIntoWords } from '../api/words';
import type { StoredFile } from '../files/file.entity';
import type { GuardService } from '../guard/guard.service';
import { Verdicts } from '../guard/verdicts';
import type { Job } from '../jobs/job.entities';
import { loadMachines, toQueuedJob } from './snapshot';

export interface Waiting {
  readonly machineId: MachineId;
  readonly reasons: readonly Reason[];
}

/** Why each machine of its lab does not take a queued job now: what the next match will find. */
export async function reasonsToWait(
  manager: EntityManager,
  guard: GuardService,
  job: Job,
  file: StoredFile,
  agentOnline: boolean,
): Promise<Waiting[]> {
  const { machines, stock, policies } = await loadMachines(manager, guard, job.labId, agentOnline);
  const queued = toQueuedJob(job, file, new Verdicts(policies).of(file));
  return machines.map((machine) => ({
    machineId: machine.id,
    reasons: reasonsAgainst(queued, machine, stock),
  }));
}

const toGrams = (milligrams: number): number => Math.round(milligrams / 100) / 10;

function causeOf(reason: Reason): { code: string; details: FaultDetails } {
  if (reason.code === 'GUARD_REFUSES') return { code: reason.finding, details: reason.details };
  const { code, ...details } = reason;
  if (reason.code !== 'SPOOL_TOO_LOW') return { code: `WAITS.${code}`, details };
  const { tool, neededMg, leftMg } = reason;
  return {
    code: 'WAITS.SPOOL_TOO_LOW',
    details: { tool, neededGrams: toGrams(neededMg), leftGrams: toGrams(leftMg) },
  };
}

/** The same in the reader's words. */
export const viewWaiting = (waiting: readonly Waiting[], language: Language) =>
  waiting.map(({ machineId, reasons }) => ({
    machineId,
    reasons: reasons.flatMap((reason) => putIntoWords(causeOf(reason), language) ?? []),
  }));
