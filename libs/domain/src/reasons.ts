import {
  type FaultDetails,
  type Instant,
  type JobId,
  type LabId,
  type MachineId,
  type Micrometres,
  type Milligrams,
  milligramsOf,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import {
  type FileMaterial,
  fileMaterialWords,
  fitsFile,
  isUndecided,
  type MaterialWish,
} from './file-material';
import type { LoadedSpool } from './ledger';
import { isSameName } from './material-names';

/** What a machine's guard refuses in a file: the finding's code, and the first line of its kind. */
export interface GuardRefusal {
  readonly finding: string;
  readonly line: number;
  /** As it stands in the file; '' for moves and temperatures. */
  readonly command: string;
  /** Parameters of the finding's sentences. */
  readonly details: FaultDetails;
}

/** What a job asks of a machine; figures come from its file's analysis. */
export interface JobNeeds extends MaterialWish {
  readonly labId: LabId;
  /** Per tool, what the file is made for. */
  readonly fileMaterials: readonly FileMaterial[];
  /**
   * Net extrusion per tool, as this machine's firmware reads the file. A tool that extrudes nothing needs no spool.
   */
  readonly filamentOn: (machineId: MachineId) => readonly Micrometres[];
  /** Its content is not in the file store. */
  readonly fileLost: boolean;
  /** By machine; one that is not here has not judged the file yet, and does not take it. */
  readonly refusals: ReadonlyMap<MachineId, readonly GuardRefusal[]>;
  /** Codes of the kinds of machine that its member, or whoever submitted it, may use now. */
  readonly inductions: ReadonlySet<string>;
}

export interface QueuedJob extends JobNeeds {
  readonly id: JobId;
  readonly queuedAt: Instant;
}

/** What of a machine's state speaks for or against a run. */
export interface LiveMachine {
  /** `ready`, or what keeps it from taking a run: `disconnected`, `halted`, `printing`; others may come. */
  readonly connection: string;
  /** A heater may be on, and the machine has not said otherwise. */
  readonly heatersUnknown: boolean;
  /** The run that it has, or of whose end nothing is written down yet. */
  readonly runId: RunId | null;
}

/** True where nothing about the machine itself keeps it from taking a run. */
export const isAvailable = ({ connection, heatersUnknown, runId }: LiveMachine): boolean =>
  connection === 'ready' && !heatersUnknown && runId === null;

export interface MachineView {
  readonly id: MachineId;
  readonly labId: LabId;
  /** The machine's kind, where an induction is required for it. */
  readonly inductionKind: string | null;
  /** Spool per tool; as many entries as tools. */
  readonly spools: readonly (SpoolId | null)[];
  readonly agentOnline: boolean;
  /** Its lab's queue waits for a person: something was put back to an earlier state. */
  readonly labHeld: boolean;
  /** As its agent says it now; null where it has said nothing of this machine yet. */
  readonly live: LiveMachine | null;
  /** An emergency stop has not reached its agent yet. */
  readonly stopOnItsWay: boolean;
  readonly bedClear: boolean;
  readonly inMaintenance: boolean;
  readonly activeRunId: RunId | null;
}

export interface SpoolView extends LoadedSpool {
  readonly material: string;
  /** Sum of its movements. */
  readonly balanceMg: Milligrams;
}
export type Stock = ReadonlyMap<SpoolId, SpoolView>;

/** Why a machine does not take a job: a code and its parameters, put into words only where it is shown. */
export type Reason =
  | { readonly code: 'OTHER_LAB' | 'AGENT_OFFLINE' | 'BED_NOT_CLEAR' | 'IN_MAINTENANCE' }
  | { readonly code: 'LAB_HELD' | 'STOP_ON_ITS_WAY' }
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
      /** What the file heats to. */
      readonly heat: string;
      readonly loaded: string;
    }
  | { readonly code: 'MATERIAL_UNDECIDED'; readonly asked: string; readonly madeFor: string }
  | {
      readonly code: 'SPOOL_TOO_LOW';
      readonly tool: number;
      readonly neededMg: Milligrams;
      readonly leftMg: Milligrams;
    };

/** Asked for, or what the file is made for: what is loaded must be that. */
function againstLoaded(job: JobNeeds, tool: number, loaded: string): Reason[] {
  const { material: wanted, fileMaterials } = job;
  const file = fileMaterials[tool];
  if (wanted !== null)
    return isSameName(wanted, loaded) ? [] : [{ code: 'OTHER_MATERIAL', tool, wanted, loaded }];
  if (!file || fitsFile(file, loaded)) return [];
  if (file.name !== null) return [{ code: 'OTHER_MATERIAL', tool, wanted: file.name, loaded }];
  return [{ code: 'OTHER_HEAT', tool, heat: fileMaterialWords([file], [1]) ?? '', loaded }];
}

function againstTool(
  job: JobNeeds,
  tool: number,
  filamentUm: Micrometres,
  spool: SpoolView | undefined,
): Reason[] {
  if (filamentUm === 0) return [];
  if (!spool) return [{ code: 'NO_SPOOL', tool }];
  const found = againstLoaded(job, tool, spool.material);
  const neededMg = milligramsOf(filamentUm, spool.geometry);
  if (spool.balanceMg < neededMg)
    found.push({ code: 'SPOOL_TOO_LOW', tool, neededMg, leftMg: spool.balanceMg });
  return found;
}

/** Whoever asked for another material than the file's has to say that they know it, before anything begins. */
function againstWish(job: JobNeeds, { id }: MachineView): Reason[] {
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
  machine.spools.forEach((spoolId, tool) => {
    found.push(...againstTool(job, tool, filament[tool] ?? 0, spoolId ? stock.get(spoolId) : undefined));
  });
  return found;
}

function againstMember(job: JobNeeds, { inductionKind }: MachineView): Reason[] {
  if (inductionKind === null || job.inductions.has(inductionKind)) return [];
  return [{ code: 'INDUCTION_MISSING', kind: inductionKind }];
}

const AWAY: readonly string[] = ['disconnected', 'connecting', 'faulted'];

function againstConnection(connection: string): Reason[] {
  if (connection === 'ready') return [];
  if (connection === 'halted') return [{ code: 'MACHINE_HALTED' }];
  return [{ code: AWAY.includes(connection) ? 'MACHINE_DISCONNECTED' : 'MACHINE_BUSY' }];
}

/** What the machine itself says. While one of our runs has it, what it says is that run's. */
function againstLive({ agentOnline, live, activeRunId }: MachineView): Reason[] {
  if (!agentOnline) return [{ code: 'AGENT_OFFLINE' }];
  if (activeRunId) return [];
  if (!live) return [{ code: 'MACHINE_NOT_REPORTED' }];
  const found = againstConnection(live.connection);
  if (found.length > 0 || isAvailable(live)) return found;
  return [{ code: live.heatersUnknown ? 'HEATERS_UNKNOWN' : 'MACHINE_BUSY' }];
}

/** Why the machine could start nothing now, whatever the job. */
export function reasonsNotReady(machine: MachineView): Reason[] {
  const found: Reason[] = [];
  if (machine.labHeld) found.push({ code: 'LAB_HELD' });
  if (machine.stopOnItsWay) found.push({ code: 'STOP_ON_ITS_WAY' });
  found.push(...againstLive(machine));
  if (machine.inMaintenance) found.push({ code: 'IN_MAINTENANCE' });
  if (machine.activeRunId) found.push({ code: 'RUN_ACTIVE', runId: machine.activeRunId });
  if (!machine.bedClear) found.push({ code: 'BED_NOT_CLEAR' });
  return found;
}

/** The machine when it is free: what ends by itself, or by a gesture that is asked for already, is over. */
export const onceFree = (machine: MachineView): MachineView => ({
  ...machine,
  agentOnline: true,
  labHeld: false,
  live: { connection: 'ready', heatersUnknown: false, runId: null },
  stopOnItsWay: false,
  bedClear: true,
  activeRunId: null,
});

/** Everything that keeps `machine` from starting `job` now; empty when it may start. */
export function reasonsAgainst(job: JobNeeds, machine: MachineView, stock: Stock): Reason[] {
  const elsewhere: Reason[] = job.labId === machine.labId ? [] : [{ code: 'OTHER_LAB' }];
  return [
    ...elsewhere,
    ...reasonsNotReady(machine),
    ...againstMember(job, machine),
    ...againstWish(job, machine),
    ...againstFile(job, machine, stock),
  ];
}
