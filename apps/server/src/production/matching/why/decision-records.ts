import {
  type Assignment,
  type Decision,
  type Explanation,
  explainStarts,
  onceFree,
  type PlanJob,
  type PlanMachine,
  reasonsAgainst,
  whyHere,
} from '@pandafab/domain';
import type { Instant, JobId, LabId, MachineId, RunId } from '@pandafab/shared';
import type { Unit } from '../../../platform/persistence/unit';
import type { LabQueue } from '../queue/load-queue';
import { type DecisionRecord, type RecordedAnswer, RunDecision } from './run-decision.entity';

/** More machines than a lab has; a record stays small whatever happens. */
const MACHINES = 60;
const REASONS = 3;

/** Why each job begins where it does; computed only where jobs begin, after the decision. */
export function recordsOf(now: Instant, queue: LabQueue, decision: Decision): Map<JobId, DecisionRecord> {
  if (decision.starts.length === 0) return new Map();
  const explained = explainStarts(now, queue, queue.waiting, decision);
  const jobOf = new Map(queue.jobs.map((job) => [job.id, job]));
  const machineOf = new Map(queue.machines.map((machine) => [machine.id, machine]));
  return new Map(
    decision.starts.flatMap((start) => {
      const [job, found] = [jobOf.get(start.jobId), explained.get(start.jobId)];
      return job && found ? [[job.id, recordOf(job, start, found, { machineOf, queue })] as const] : [];
    }),
  );
}

function recordOf(
  job: PlanJob,
  { machineId: chosen }: Assignment,
  { machines, ...found }: Explanation,
  { machineOf, queue }: { machineOf: ReadonlyMap<MachineId, PlanMachine>; queue: LabQueue },
): DecisionRecord {
  const answers = [...machines].slice(0, MACHINES).map(([machineId, answer]): RecordedAnswer => {
    const machine = answer.code === 'CANNOT' ? machineOf.get(machineId) : undefined;
    const reasons = machine ? reasonsAgainst(job, onceFree(machine), queue.stock).slice(0, REASONS) : [];
    return { machineId, answer, reasons };
  });
  return { ...found, whyHere: whyHere(job, chosen, machines), machines: answers };
}

/** Keeps why a run began. */
export async function writeRecord(
  { manager }: Unit,
  run: { readonly runId: RunId; readonly jobId: JobId; readonly labId: LabId },
  decision: DecisionRecord | undefined,
): Promise<void> {
  if (decision) await manager.insert(RunDecision, { ...run, decision } as object);
}
