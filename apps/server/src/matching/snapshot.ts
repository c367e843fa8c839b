import type { GuardRefusal, MachineView, QueuedJob, SpoolView } from '@pandafab/domain';
import type { Finding } from '@pandafab/gcode';
import { type LabId, micrometres, type SpoolId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { StoredFile } from '../files/file.entity';
import type { GuardService } from '../guard/guard.service';
import { type Policies, type Verdict, Verdicts } from '../guard/verdicts';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { Machine } from '../labs/machine.entity';
import { loadStock } from '../materials/stock';

/** Jobs looked at together: an analysis is some kilobytes. */
const PAGE = 200;

/** A lab's machines, and all that speaks for or against their taking a job. */
export interface LabMachines {
  readonly machines: MachineView[];
  readonly stock: Map<SpoolId, SpoolView>;
  /** What a run's commands are held against on each machine. */
  readonly policies: Policies;
}

type JobWithFile = Job & { file: StoredFile };

/** What matching knows of a job. */
export const toQueuedJob = (
  { id, labId, createdAt, material }: Job,
  file: StoredFile,
  verdict: Verdict,
): QueuedJob => ({
  id,
  labId,
  queuedAt: createdAt,
  material,
  filamentUm: (file.analysis?.filamentMm ?? []).map(micrometres),
  refusals: new Map([...verdict].map(([machineId, findings]) => [machineId, refusalsIn(findings)])),
});

const refusalsIn = (findings: readonly Finding[]): GuardRefusal[] =>
  findings
    .filter(({ severity }) => severity === 'refuse')
    .map(({ code, line, command, details }) => ({ finding: code, line, command, details }));

const toMachineView = (
  machine: Machine,
  active: ReadonlyMap<string, Run>,
  agentOnline: boolean,
): MachineView => ({
  id: machine.id,
  labId: machine.labId,
  spools: [machine.spoolId],
  agentOnline,
  bedClear: machine.bed === 'clear',
  inMaintenance: machine.inMaintenance,
  activeRunId: active.get(machine.id)?.id ?? null,
});

/**
 * A lab's waiting jobs, the oldest first, a page at a time: those that fit nowhere may be many, and must not hide the
 * others.
 */
export async function* pagesOfQueuedJobs(
  manager: EntityManager,
  labId: LabId,
  verdicts: Verdicts,
): AsyncGenerator<QueuedJob[]> {
  for (let after = { createdAt: 0, id: '' }; ; ) {
    const jobs = await queuedJobsAfter(manager, labId, after);
    yield jobs.map((job) => toQueuedJob(job, job.file, verdicts.of(job.file)));
    const last = jobs.at(-1);
    if (!last || jobs.length < PAGE) return;
    after = last;
  }
}

async function queuedJobsAfter(
  manager: EntityManager,
  labId: LabId,
  { createdAt, id }: Pick<Job, 'createdAt'> & { id: string },
): Promise<JobWithFile[]> {
  const query = manager
    .createQueryBuilder(Job, 'job')
    .innerJoinAndMapOne('job.file', StoredFile, 'file', 'file.sha256 = job.fileSha256')
    .where("job.labId = :labId AND job.state = 'queued'", { labId })
    .andWhere('(job.createdAt > :createdAt OR (job.createdAt = :createdAt AND job.id > :id))', {
      createdAt,
      id,
    })
    .orderBy('job.createdAt')
    .addOrderBy('job.id')
    .limit(PAGE);
  return (await query.getMany()) as JobWithFile[];
}

/** A lab's machines as they stand in this unit of work, or as they are committed. */
export async function loadMachines(
  manager: EntityManager,
  guard: GuardService,
  labId: LabId,
  agentOnline: boolean,
): Promise<LabMachines> {
  const machines = await manager.find(Machine, { where: { labId }, order: { name: 'ASC' } });
  const active = await manager.findBy(Run, { labId, active: true });
  const byMachine = new Map(active.map((run) => [run.machineId as string, run]));
  const spoolIds = machines.flatMap(({ spoolId }) => (spoolId ? [spoolId] : []));
  return {
    machines: machines.map((machine) => toMachineView(machine, byMachine, agentOnline)),
    stock: await loadStock(manager, spoolIds),
    policies: await guard.policiesOf(manager, machines),
  };
}
