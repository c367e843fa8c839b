import type { MachineView, QueuedJob, SpoolView } from '@pandafab/domain';
import { type LabId, micrometres, type SpoolId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { StoredFile } from '../files/file.entity';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { Machine } from '../labs/machine.entity';
import { loadStock } from '../materials/stock';

/** As many jobs as one match looks at: a lab has some ten machines, and each match frees the next. */
const MOST_JOBS = 500;

export interface LabSnapshot {
  readonly jobs: QueuedJob[];
  readonly machines: MachineView[];
  readonly stock: Map<SpoolId, SpoolView>;
}

type JobWithFile = Job & { file: StoredFile };

const toQueuedJob = ({ id, labId, createdAt, material, file }: JobWithFile): QueuedJob => ({
  id,
  labId,
  queuedAt: createdAt,
  material,
  extents: file.analysis?.extents ?? { extruding: null, moves: null },
  filamentUm: (file.analysis?.filamentMm ?? []).map(micrometres),
  maxNozzleC: file.analysis?.temperatures.maxNozzle ?? null,
  maxBedC: file.analysis?.temperatures.maxBed ?? null,
});

const toMachineView = (
  machine: Machine,
  active: ReadonlyMap<string, Run>,
  agentOnline: boolean,
): MachineView => ({
  id: machine.id,
  labId: machine.labId,
  volume: { min: { x: 0, y: 0, z: 0 }, max: { x: machine.widthMm, y: machine.depthMm, z: machine.heightMm } },
  maxNozzleC: machine.maxNozzleCelsius,
  maxBedC: machine.maxBedCelsius,
  spools: [machine.spoolId],
  agentOnline,
  bedClear: machine.bed === 'clear',
  inMaintenance: machine.inMaintenance,
  activeRunId: active.get(machine.id)?.id ?? null,
});

/** All that matching looks at in one lab, read in the unit of work that will commit the match. */
export async function loadSnapshot(
  manager: EntityManager,
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
  const machines = await manager.find(Machine, { where: { labId }, order: { name: 'ASC' } });
  const active = await manager.findBy(Run, { labId, active: true });
  const byMachine = new Map(active.map((run) => [run.machineId as string, run]));
  const spoolIds = machines.flatMap(({ spoolId }) => (spoolId ? [spoolId] : []));
  return {
    jobs: jobs.map(toQueuedJob),
    machines: machines.map((machine) => toMachineView(machine, byMachine, agentOnline)),
    stock: await loadStock(manager, spoolIds),
  };
}
