import type {
  Equipment,
  GuardRefusal,
  JobConditions,
  JobNeeds,
  MachineView,
  SpoolView,
} from '@pandafab/domain';
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
import { type EntityManager, In, IsNull } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { stopsOnTheirWay } from '../../network/link/emergency-stops';
import type { LiveLab } from '../../network/link/presence-book';
import { Machine } from '../../network/machines/machine.entity';
import { MachineKind } from '../../network/machines/machine-kind.entity';
import type { MachinePolicies, MachineProfiles, Policies } from '../../network/machines/machine-policies';
import { calendarOf, type LabCalendar } from '../../network/opening-hours/lab-calendars';
import { materialsOfFile } from '../../stock/spools/file-materials';
import { loadStock } from '../../stock/spools/stock';
import { StoredFile } from '../files/file.entity';
import { equipmentOfFile } from '../guard/equipment-of-file';
import { readOn } from '../guard/read-as';
import type { Verdict } from '../guard/verdicts';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { HOURS_MS } from './queue/learnt';
import { type TimesOfMachine, timesOfMachines } from './queue/machine-times';

/** A lab's machines, and all data that decide whether they take a job. */
export interface LabMachines {
  readonly machines: MachineView[];
  readonly stock: Map<SpoolId, SpoolView>;
  /** The guard policy of each machine, by which a run's commands are checked. */
  readonly policies: Policies;
  /** How each machine reads files. */
  readonly profiles: MachineProfiles;
  /** The kinds of these machines for which an induction is required, by code. */
  readonly inductionKinds: ReadonlyMap<string, MachineKind>;
  /** When the bed of each was occupied or cleared last, if ever. */
  readonly bedSince: ReadonlyMap<MachineId, Instant>;
  /** Their prints that have not ended. */
  readonly active: readonly Run[];
  readonly calendar: LabCalendar;
  /** When each may work: opening hours, bookings and planned maintenance. */
  readonly times: ReadonlyMap<MachineId, TimesOfMachine>;
}

/** What a job wants beside its file. */
export type WantedOfJob = Pick<Job, 'labId' | 'onlyMachineId' | 'material' | 'insteadOf'> & {
  readonly conditions: JobConditions;
};

/** The requirements of a file on machines. */
export const needsOf = (
  { labId, onlyMachineId, material, insteadOf, conditions }: WantedOfJob,
  file: StoredFile,
  verdict: Verdict,
  inductions: ReadonlySet<string>,
  profiles: MachineProfiles,
): JobNeeds => ({
  labId,
  onlyMachineId,
  inductions,
  ...{ material, insteadOf },
  ...conditions,
  fileMaterials: materialsOfFile(file.analysis),
  equipment: equipmentOfFile(file),
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

/** Facts about a lab and its machines that are not in the rows of the machines. */
interface LabFacts {
  readonly now: Instant;
  readonly active: ReadonlyMap<string, Run>;
  readonly live: LiveLab;
  readonly labHeld: boolean;
  readonly toStop: ReadonlySet<MachineId>;
  readonly inductionKinds: ReadonlyMap<string, MachineKind>;
}

/** A machine that never runs alone, or each of whose starts needs a person. */
const needsPerson = ({ unattended, startNeedsPerson }: Machine): boolean =>
  startNeedsPerson || unattended === 'never';

const equipmentOf = ({ nozzleUm, nozzleType, filamentUm, bedSurface, enclosed }: Machine): Equipment => ({
  ...{ nozzleUm, nozzleType, filamentUm, bedSurface, enclosed },
});

const toMachineView = (
  machine: Machine,
  { now, active, live, labHeld, toStop, inductionKinds }: LabFacts,
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
  tags: machine.tags,
  equipment: equipmentOf(machine),
  bedMm2: machine.widthMm * machine.depthMm,
  startConfirmed: !needsPerson(machine) || (machine.readyUntil ?? 0) > now,
});

/** A lab's machines in service, as this unit of work sees them, or as committed. */
export async function loadMachines(
  manager: EntityManager,
  guards: MachinePolicies,
  labId: LabId,
  live: LiveLab,
  now: Instant,
): Promise<LabMachines> {
  const machines = await manager.find(Machine, {
    where: { labId, retiredAt: IsNull() },
    order: { name: 'ASC' },
  });
  const active = await manager.findBy(Run, { labId, active: true });
  const byMachine = new Map(active.map((run) => [run.machineId as string, run]));
  const kinds = await manager.findBy(MachineKind, {
    code: In([...new Set(machines.map(({ kind }) => kind))]),
    inductionRequired: true,
  });
  const inductionKinds = new Map(kinds.map((kind) => [kind.code, kind]));
  const lab = await manager.findOneByOrFail(Lab, { id: labId });
  const facts = {
    ...{ now, active: byMachine, live, inductionKinds },
    labHeld: lab.heldSince !== null,
    toStop: new Set((await stopsOnTheirWay(manager, [labId])).keys()),
  };
  const calendar = await calendarOf(manager, lab, now - HOURS_MS);
  const spoolIds = machines.flatMap(({ spoolId }) => (spoolId ? [spoolId] : []));
  return {
    machines: machines.map((machine) => toMachineView(machine, facts)),
    stock: await loadStock(manager, spoolIds),
    policies: await guards.policiesOf(manager, machines),
    profiles: guards.profilesOf(machines),
    inductionKinds,
    bedSince: new Map(machines.flatMap(({ id, bedSince }) => (bedSince === null ? [] : [[id, bedSince]]))),
    ...{ active, calendar },
    times: await timesOfMachines(manager, now, labId, machines, calendar),
  };
}
