import {
  type FaultDetails,
  type JobId,
  type LabId,
  type MachineId,
  type MachineState,
  type Micrometres,
  type Milligrams,
  milligramsOf,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import { againstEquipment, type Equipment, type EquipmentNeeds, type EquipmentReason } from './equipment';
import {
  type FileMaterial,
  fileMaterialWords,
  fitsFile,
  isUndecided,
  type MaterialChoice,
} from './file-material';
import {
  againstPeople,
  type ConditionReason,
  type JobConditions,
  missingTags,
  takesColour,
} from './job-conditions';
import type { LoadedSpool } from './ledger';
import { isSameName } from './material-names';

/** A refusal by a machine's guard: the finding's code, and the first line of its kind. */
export interface GuardRefusal {
  readonly finding: string;
  readonly line: number;
  /** As written in the file; '' for moves and temperatures. */
  readonly command: string;
  /** Parameters of the finding's sentences. */
  readonly details: FaultDetails;
}

/** A job's requirements for a machine; figures come from its file's analysis. */
export interface JobNeeds extends MaterialChoice, JobConditions {
  readonly labId: LabId;
  /** The only machine that may take it; null: any machine of its lab. */
  readonly onlyMachineId: MachineId | null;
  /** Per tool, the material that the file is made for. */
  readonly fileMaterials: readonly FileMaterial[];
  /**
   * Net extrusion per tool, as this machine's firmware reads the file. A tool that extrudes nothing needs no spool.
   */
  readonly filamentOn: (machineId: MachineId) => readonly Micrometres[];
  /** What it needs beside material: a nozzle, a plate, a housing. */
  readonly equipment: EquipmentNeeds;
  /** Its content is not in the file store. */
  readonly fileLost: boolean;
  /** By machine; a missing machine has not judged the file yet, and does not accept it. */
  readonly refusals: ReadonlyMap<MachineId, readonly GuardRefusal[]>;
  /** Codes of the kinds of machine that its member, or the person who submitted it, may use now. */
  readonly inductions: ReadonlySet<string>;
}

export interface QueuedJob extends JobNeeds {
  readonly id: JobId;
  /** Its key in the order of the queue. */
  readonly rank: string;
}

/** The parts of a machine's state that decide whether it can start a run. */
export interface LiveMachine {
  /** Only a `ready` machine can start a run. */
  readonly state: MachineState;
  /** A heater may be on, and the machine has not confirmed that it is off. */
  readonly heatersUnknown: boolean;
  /** Its active run, or a run whose end is not recorded yet. */
  readonly runId: RunId | null;
}

/** True when nothing about the machine itself prevents a run. */
export const isAvailable = ({ state, heatersUnknown, runId }: LiveMachine): boolean =>
  state === 'ready' && !heatersUnknown && runId === null;

export interface MachineView {
  readonly id: MachineId;
  readonly labId: LabId;
  /** The machine's kind, if it requires an induction. */
  readonly inductionKind: string | null;
  /** Spool per tool; as many entries as tools. */
  readonly spools: readonly (SpoolId | null)[];
  readonly agentOnline: boolean;
  /** Its lab's queue waits for a person: a journal or database was restored to an earlier state. */
  readonly labHeld: boolean;
  /** The latest report of its agent; null before the first one. */
  readonly live: LiveMachine | null;
  /** An emergency stop is on the way to its agent. */
  readonly stopOnItsWay: boolean;
  readonly bedClear: boolean;
  readonly inMaintenance: boolean;
  readonly activeRunId: RunId | null;
  /** False while each start waits for a person at the machine, and none has confirmed the next one. */
  readonly startConfirmed: boolean;
  /** Short words for what it is good for: a job may need some of them. */
  readonly tags: readonly string[];
  readonly equipment: Equipment;
  /** Area of its bed. */
  readonly bedMm2: number;
}

export interface SpoolView extends LoadedSpool {
  readonly material: string;
  /** As its filament's maker calls it. */
  readonly colour: string;
  /** Sum of its movements. */
  readonly balanceMg: Milligrams;
}
export type Stock = ReadonlyMap<SpoolId, SpoolView>;

/** Why a machine does not accept a job: a code and its parameters, put into words only where it is shown. */
export type Reason =
  | ConditionReason
  | EquipmentReason
  | { readonly code: 'OTHER_LAB' | 'OTHER_MACHINE' | 'AGENT_OFFLINE' | 'BED_NOT_CLEAR' | 'IN_MAINTENANCE' }
  | { readonly code: 'LAB_HELD' | 'STOP_ON_ITS_WAY' | 'START_NEEDS_PERSON' | 'NOT_NOW' }
  | { readonly code: 'MACHINE_NOT_REPORTED' | 'MACHINE_DISCONNECTED' | 'MACHINE_HALTED' | 'MACHINE_BUSY' }
  | { readonly code: 'HEATERS_UNKNOWN' | 'FILE_LOST' }
  | { readonly code: 'RUN_ACTIVE'; readonly runId: RunId }
  | { readonly code: 'INDUCTION_MISSING'; readonly kind: string }
  | { readonly code: 'NOT_JUDGED' }
  | ({ readonly code: 'GUARD_REFUSES' } & GuardRefusal)
  | { readonly code: 'TOO_FEW_TOOLS'; readonly needed: number; readonly available: number }
  | { readonly code: 'NO_SPOOL'; readonly tool: number }
  | {
      readonly code: 'OTHER_MATERIAL';
      readonly tool: number;
      readonly wanted: string;
      readonly loaded: string;
    }
  | {
      readonly code: 'OTHER_HEAT';
      readonly tool: number;
      /** The file's temperatures. */
      readonly heat: string;
      readonly loaded: string;
    }
  | {
      readonly code: 'OTHER_COLOUR';
      readonly tool: number;
      readonly wanted: string;
      readonly loaded: string;
    }
  | { readonly code: 'MATERIAL_UNDECIDED'; readonly asked: string; readonly madeFor: string }
  | {
      readonly code: 'SPOOL_TOO_LOW';
      readonly tool: number;
      readonly neededMg: Milligrams;
      readonly leftMg: Milligrams;
    };

/** The requested material, or that of the file: the loaded one must be the same. */
function againstLoaded(job: JobNeeds, tool: number, loaded: string): Reason[] {
  const { material: wanted, fileMaterials } = job;
  const file = fileMaterials[tool];
  if (wanted !== null)
    return isSameName(wanted, loaded) ? [] : [{ code: 'OTHER_MATERIAL', tool, wanted, loaded }];
  if (!file || fitsFile(file, loaded)) return [];
  if (file.name !== null) return [{ code: 'OTHER_MATERIAL', tool, wanted: file.name, loaded }];
  return [{ code: 'OTHER_HEAT', tool, heat: fileMaterialWords([file], [1]) ?? '', loaded }];
}

function againstColour(job: JobNeeds, tool: number, { colour: loaded }: SpoolView): Reason[] {
  const { colour: wanted } = job;
  return wanted === null || takesColour(job, loaded) ? [] : [{ code: 'OTHER_COLOUR', tool, wanted, loaded }];
}

function againstTool(
  job: JobNeeds,
  tool: number,
  filamentUm: Micrometres,
  spool: SpoolView | undefined,
): Reason[] {
  if (filamentUm === 0) return [];
  if (!spool) return [{ code: 'NO_SPOOL', tool }];
  const found = [...againstLoaded(job, tool, spool.material), ...againstColour(job, tool, spool)];
  const neededMg = milligramsOf(filamentUm, spool.geometry);
  if (spool.balanceMg < neededMg)
    found.push({ code: 'SPOOL_TOO_LOW', tool, neededMg, leftMg: spool.balanceMg });
  return found;
}

/** A person who requested a material that differs from the file's has to confirm it before anything starts. */
function againstChoice(job: JobNeeds, { id }: MachineView): Reason[] {
  const { material, fileMaterials } = job;
  const filamentUm = job.filamentOn(id);
  if (material === null || !isUndecided(job, fileMaterials, filamentUm)) return [];
  const madeFor = fileMaterialWords(fileMaterials, filamentUm) ?? '';
  return [{ code: 'MATERIAL_UNDECIDED', asked: material, madeFor }];
}

function againstFile(job: JobNeeds, machine: MachineView, stock: Stock): Reason[] {
  const refusals = job.refusals.get(machine.id);
  const judged: Reason[] = refusals?.map((refusal) => ({ code: 'GUARD_REFUSES', ...refusal })) ?? [
    { code: 'NOT_JUDGED' },
  ];
  const found: Reason[] = job.fileLost ? [{ code: 'FILE_LOST' }, ...judged] : judged;
  const available = machine.spools.length;
  const filament = job.filamentOn(machine.id);
  const needed = filament.length;
  if (needed > available) found.push({ code: 'TOO_FEW_TOOLS', needed, available });
  found.push(...againstEquipment(job.equipment, machine, filament, stock));
  machine.spools.forEach((spoolId, tool) => {
    found.push(...againstTool(job, tool, filament[tool] ?? 0, spoolId ? stock.get(spoolId) : undefined));
  });
  return found;
}

function againstPlace({ labId, onlyMachineId }: JobNeeds, machine: MachineView): Reason[] {
  if (labId !== machine.labId) return [{ code: 'OTHER_LAB' }];
  return onlyMachineId === null || onlyMachineId === machine.id ? [] : [{ code: 'OTHER_MACHINE' }];
}

const againstTags = (job: JobNeeds, machine: MachineView): Reason[] =>
  missingTags(job, machine).map((tag) => ({ code: 'MISSING_TAG', tag }));

function againstMember(job: JobNeeds, { inductionKind }: MachineView): Reason[] {
  if (inductionKind === null || job.inductions.has(inductionKind)) return [];
  return [{ code: 'INDUCTION_MISSING', kind: inductionKind }];
}

const AWAY: readonly MachineState[] = ['disconnected', 'connecting', 'faulted'];

function againstState(state: MachineState): Reason[] {
  if (state === 'ready') return [];
  if (state === 'halted') return [{ code: 'MACHINE_HALTED' }];
  return [{ code: AWAY.includes(state) ? 'MACHINE_DISCONNECTED' : 'MACHINE_BUSY' }];
}

/** The machine's own state. While one of our runs is active on it, the state belongs to that run. */
function againstLive({ agentOnline, live, activeRunId }: MachineView): Reason[] {
  if (!agentOnline) return [{ code: 'AGENT_OFFLINE' }];
  if (activeRunId) return [];
  if (!live) return [{ code: 'MACHINE_NOT_REPORTED' }];
  const found = againstState(live.state);
  if (found.length > 0 || isAvailable(live)) return found;
  return [{ code: live.heatersUnknown ? 'HEATERS_UNKNOWN' : 'MACHINE_BUSY' }];
}

/** Why the machine can start no job now. */
export function reasonsNotReady(machine: MachineView): Reason[] {
  const found: Reason[] = [];
  if (machine.labHeld) found.push({ code: 'LAB_HELD' });
  if (machine.stopOnItsWay) found.push({ code: 'STOP_ON_ITS_WAY' });
  found.push(...againstLive(machine));
  if (machine.inMaintenance) found.push({ code: 'IN_MAINTENANCE' });
  if (machine.activeRunId) found.push({ code: 'RUN_ACTIVE', runId: machine.activeRunId });
  if (!machine.bedClear) found.push({ code: 'BED_NOT_CLEAR' });
  if (!machine.startConfirmed) found.push({ code: 'START_NEEDS_PERSON' });
  return found;
}

/** The machine as if it were free: states that end by themselves, or by an already requested action, are ignored. */
export const onceFree = (machine: MachineView): MachineView => ({
  ...machine,
  agentOnline: true,
  labHeld: false,
  live: { state: 'ready', heatersUnknown: false, runId: null },
  stopOnItsWay: false,
  bedClear: true,
  activeRunId: null,
  startConfirmed: true,
});

/** Everything that keeps `machine` from starting `job` now; empty when it may start. */
export function reasonsAgainst(job: JobNeeds, machine: MachineView, stock: Stock): Reason[] {
  return [
    ...againstPlace(job, machine),
    ...againstPeople(job),
    ...reasonsNotReady(machine),
    ...againstTags(job, machine),
    ...againstMember(job, machine),
    ...againstChoice(job, machine),
    ...againstFile(job, machine, stock),
  ];
}
