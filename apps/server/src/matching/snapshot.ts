import type { GuardRefusal, JobNeeds, MachineView, QueuedJob, SpoolView } from '@pandafab/domain';
import type { FirmwareProfile } from '@pandafab/firmware';
import type { Finding } from '@pandafab/gcode';
import {
  type Instant,
  type LabId,
  type MachineId,
  type Micrometres,
  micrometres,
  type SpoolId,
} from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { StoredFile } from '../files/file.entity';
import type { GuardService } from '../guard/guard.service';
import { type MachineProfiles, readOn } from '../guard/read-as';
import { type Policies, type Verdict, Verdicts } from '../guard/verdicts';
import { inductionsOf } from '../inductions/held';
import { MachineKind } from '../inductions/induction.entities';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { Lab } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { stopsOnTheirWay } from '../link/emergency-stops';
import type { LiveLab } from '../link/presence-book';
import { materialsOfFile } from '../materials/file-materials';
import { loadStock } from '../materials/stock';

/** Jobs looked at together: an analysis is some kilobytes. */
const PAGE = 200;

/** A lab's machines, and all that speaks for or against their taking a job. */
export interface LabMachines {
  readonly machines: MachineView[];
  readonly stock: Map<SpoolId, SpoolView>;
  /** What a run's commands are held against on each machine. */
  readonly policies: Policies;
  /** How each machine reads files. */
  readonly profiles: MachineProfiles;
  /** The kinds of these machines for which an induction is required, by code. */
  readonly inductionKinds: ReadonlyMap<string, MachineKind>;
}

type JobWithFile = Job & { file: StoredFile };

/** What a file that is to be made asks of machines. */
export const needsOf = (
  { labId, material, insteadOf }: Pick<Job, 'labId' | 'material' | 'insteadOf'>,
  file: StoredFile,
  verdict: Verdict,
  inductions: ReadonlySet<string>,
  profiles: MachineProfiles,
): JobNeeds => ({
  labId,
  inductions,
  ...{ material, insteadOf },
  fileMaterials: materialsOfFile(file.analysis),
  fileLost: file.lostAt !== null,
  filamentOn: (machineId) => filamentOn(file, profiles.get(machineId)),
  refusals: new Map([...verdict].map(([machineId, findings]) => [machineId, refusalsIn(findings)])),
});

const filamentOn = ({ analysis }: StoredFile, profile: FirmwareProfile | undefined): Micrometres[] =>
  analysis ? readOn(analysis, profile).analysis.filamentMm.map(micrometres) : [];

const refusalsIn = (findings: readonly Finding[]): GuardRefusal[] =>
  findings
    .filter(({ severity }) => severity === 'refuse')
    .map(({ code, line, command, details }) => ({ finding: code, line, command, details }));

/** What is said of a lab's machines beside their rows. */
interface Standing {
  readonly active: ReadonlyMap<string, Run>;
  readonly live: LiveLab;
  readonly labHeld: boolean;
  readonly toStop: ReadonlySet<MachineId>;
  readonly inductionKinds: ReadonlyMap<string, MachineKind>;
}

const toMachineView = (
  machine: Machine,
  { active, live, labHeld, toStop, inductionKinds }: Standing,
): MachineView => ({
  id: machine.id,
  labId: machine.labId,
  inductionKind: inductionKinds.has(machine.kind) ? machine.kind : null,
  spools: [machine.spoolId],
  agentOnline: live.agentOnline,
  labHeld,
  live: live.machine(machine.id) ?? null,
  stopOnItsWay: toStop.has(machine.id),
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
  now: Instant,
  labId: LabId,
  { policies, profiles, inductionKinds }: Pick<LabMachines, 'policies' | 'profiles' | 'inductionKinds'>,
): AsyncGenerator<QueuedJob[]> {
  const verdicts = new Verdicts(policies);
  const kinds = [...inductionKinds.keys()];
  for (let after = { createdAt: 0, id: '' }; ; ) {
    const jobs = await queuedJobsAfter(manager, labId, after);
    const inductions = await inductionsOf(manager, now, jobs, kinds);
    const queued = ({ id, createdAt, ...job }: JobWithFile) => {
      const needs = needsOf(job, job.file, verdicts.of(job.file), inductions(id), profiles);
      return { ...needs, id, queuedAt: createdAt };
    };
    yield jobs.map(queued);
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
  live: LiveLab,
): Promise<LabMachines> {
  const machines = await manager.find(Machine, { where: { labId }, order: { name: 'ASC' } });
  const active = await manager.findBy(Run, { labId, active: true });
  const byMachine = new Map(active.map((run) => [run.machineId as string, run]));
  const kinds = await manager.findBy(MachineKind, {
    code: In([...new Set(machines.map(({ kind }) => kind))]),
    inductionRequired: true,
  });
  const inductionKinds = new Map(kinds.map((kind) => [kind.code, kind]));
  const lab = await manager.findOneByOrFail(Lab, { id: labId });
  const standing = {
    ...{ active: byMachine, live, inductionKinds },
    labHeld: lab.heldSince !== null,
    toStop: new Set((await stopsOnTheirWay(manager, [labId])).keys()),
  };
  const spoolIds = machines.flatMap(({ spoolId }) => (spoolId ? [spoolId] : []));
  return {
    machines: machines.map((machine) => toMachineView(machine, standing)),
    stock: await loadStock(manager, spoolIds),
    policies: await guard.policiesOf(manager, machines),
    profiles: guard.profilesOf(machines),
    inductionKinds,
  };
}
