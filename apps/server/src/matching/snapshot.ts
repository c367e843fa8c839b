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

/** As many jobs as one match looks at: a lab has some ten machines, and each match frees the next. */
const MOST_JOBS = 500;

/** A lab's machines, and all that speaks for or against their taking a job. */
export interface LabMachines {
  readonly machines: MachineView[];
  readonly stock: Map<SpoolId, SpoolView>;
  /** What a run's commands are held against on each machine. */
  readonly policies: Policies;
}

export interface LabSnapshot extends LabMachines {
  readonly jobs: QueuedJob[];
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

/** All that matching looks at in one lab, read in the unit of work that will commit the match. */
export async function loadSnapshot(
  manager: EntityManager,
  guard: GuardService,
  labId: LabId,
  agentOnline: boolean,
): Promise<LabSnapshot> {
  const jobs = (await manager
    .createQueryBuilder(Job, 'job')
    .innerJoinAndMapOne('job.file', StoredFile, 'file', 'file.sha256 = job.fileSha256')
    .where("job.labId = :labId AND job.state = 'queued'", { labId })
    .orderBy('job.createdAt')
    .take(MOST_JOBS)
    .getMany()) as JobWithFile[];
  const lab = await loadMachines(manager, guard, labId, agentOnline);
  const verdicts = new Verdicts(lab.policies);
  return { ...lab, jobs: jobs.map((job) => toQueuedJob(job, job.file, verdicts.of(job.file))) };
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
