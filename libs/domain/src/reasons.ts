import {
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
import type { LoadedSpool } from './ledger';

/** Millimetres, in the machine's own coordinates. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
export interface Box {
  readonly min: Point;
  readonly max: Point;
}

/** What a job asks of a machine; figures come from its file's analysis. */
export interface JobNeeds {
  /** Material name such as "PLA"; null takes whatever is loaded. */
  readonly material: string | null;
  /** Where it extrudes and where it moves; null for a file that does not. */
  readonly extents: { readonly extruding: Box | null; readonly moves: Box | null };
  /** Net extrusion per tool. A tool that extrudes nothing needs no spool. */
  readonly filamentUm: readonly Micrometres[];
  /** Degrees Celsius; null where the file sets none. */
  readonly maxNozzleC: number | null;
  readonly maxBedC: number | null;
}

export interface QueuedJob extends JobNeeds {
  readonly id: JobId;
  readonly labId: LabId;
  readonly queuedAt: Instant;
}

export interface MachineView {
  readonly id: MachineId;
  readonly labId: LabId;
  /** What its tools can reach. Often a little below zero in x or y, where start scripts prime the nozzle. */
  readonly volume: Box;
  /** Limits in degrees Celsius; null where the machine has none on record. */
  readonly maxNozzleC: number | null;
  readonly maxBedC: number | null;
  /** Spool per tool; as many entries as tools. */
  readonly spools: readonly (SpoolId | null)[];
  readonly agentOnline: boolean;
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
  | { readonly code: 'RUN_ACTIVE'; readonly runId: RunId }
  | {
      readonly code: 'OUTSIDE_VOLUME';
      readonly axis: keyof Point;
      readonly side: 'min' | 'max';
      readonly needsMm: number;
      readonly limitMm: number;
    }
  | { readonly code: 'TOO_FEW_TOOLS'; readonly needed: number; readonly available: number }
  | { readonly code: 'NOZZLE_TOO_HOT' | 'BED_TOO_HOT'; readonly neededC: number; readonly limitC: number }
  | { readonly code: 'NO_SPOOL'; readonly tool: number }
  | {
      readonly code: 'OTHER_MATERIAL';
      readonly tool: number;
      readonly wanted: string;
      readonly loaded: string;
    }
  | {
      readonly code: 'SPOOL_TOO_LOW';
      readonly tool: number;
      readonly neededMg: Milligrams;
      readonly leftMg: Milligrams;
    };

const AXES = ['x', 'y', 'z'] as const;
/** Sums of relative moves carry float noise far below what any machine can reach. */
const NOISE_MM = 0.001;

function outside(needs: Box, volume: Box): Reason[] {
  return AXES.flatMap((axis) => {
    const reason = (side: 'min' | 'max'): Reason => ({
      code: 'OUTSIDE_VOLUME',
      axis,
      side,
      needsMm: needs[side][axis],
      limitMm: volume[side][axis],
    });
    const found: Reason[] = [];
    if (needs.min[axis] < volume.min[axis] - NOISE_MM) found.push(reason('min'));
    if (needs.max[axis] > volume.max[axis] + NOISE_MM) found.push(reason('max'));
    return found;
  });
}

/** The box around both: a file may leave the volume while moving only, or while extruding only. */
function around(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return a ?? b;
  const pick = (choose: (...values: number[]) => number, p: Point, q: Point): Point => ({
    x: choose(p.x, q.x),
    y: choose(p.y, q.y),
    z: choose(p.z, q.z),
  });
  return { min: pick(Math.min, a.min, b.min), max: pick(Math.max, a.max, b.max) };
}

const sameMaterial = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

function againstTool(job: JobNeeds, tool: number, spool: SpoolView | undefined): Reason[] {
  const filamentUm = job.filamentUm[tool] ?? 0;
  if (filamentUm === 0) return [];
  if (!spool) return [{ code: 'NO_SPOOL', tool }];
  const found: Reason[] = [];
  if (job.material !== null && !sameMaterial(job.material, spool.material))
    found.push({ code: 'OTHER_MATERIAL', tool, wanted: job.material, loaded: spool.material });
  const neededMg = milligramsOf(filamentUm, spool.geometry);
  if (spool.balanceMg < neededMg)
    found.push({ code: 'SPOOL_TOO_LOW', tool, neededMg, leftMg: spool.balanceMg });
  return found;
}

function againstFile(job: JobNeeds, machine: MachineView, stock: Stock): Reason[] {
  const found: Reason[] = [];
  const extents = around(job.extents.extruding, job.extents.moves);
  if (extents) found.push(...outside(extents, machine.volume));
  if (job.maxNozzleC !== null && machine.maxNozzleC !== null && job.maxNozzleC > machine.maxNozzleC)
    found.push({ code: 'NOZZLE_TOO_HOT', neededC: job.maxNozzleC, limitC: machine.maxNozzleC });
  if (job.maxBedC !== null && machine.maxBedC !== null && job.maxBedC > machine.maxBedC)
    found.push({ code: 'BED_TOO_HOT', neededC: job.maxBedC, limitC: machine.maxBedC });
  const available = machine.spools.length;
  const needed = job.filamentUm.length;
  if (needed > available) found.push({ code: 'TOO_FEW_TOOLS', needed, available });
  machine.spools.forEach((spoolId, tool) => {
    found.push(...againstTool(job, tool, spoolId ? stock.get(spoolId) : undefined));
  });
  return found;
}

/** Why the machine could start nothing now, whatever the job. */
export function reasonsNotReady(machine: MachineView): Reason[] {
  const found: Reason[] = [];
  if (!machine.agentOnline) found.push({ code: 'AGENT_OFFLINE' });
  if (machine.inMaintenance) found.push({ code: 'IN_MAINTENANCE' });
  if (machine.activeRunId) found.push({ code: 'RUN_ACTIVE', runId: machine.activeRunId });
  if (!machine.bedClear) found.push({ code: 'BED_NOT_CLEAR' });
  return found;
}

/** Everything that keeps `machine` from starting `job` now; empty when it may start. */
export function reasonsAgainst(job: QueuedJob, machine: MachineView, stock: Stock): Reason[] {
  const elsewhere: Reason[] = job.labId === machine.labId ? [] : [{ code: 'OTHER_LAB' }];
  return [...elsewhere, ...reasonsNotReady(machine), ...againstFile(job, machine, stock)];
}
