import { type JobId, type LabId, type MachineId, newId, type SpoolId } from '@pandafab/shared';
import { NO_NEEDS, UNKNOWN_EQUIPMENT } from '../../equipment';
import { NO_CONDITIONS } from '../../job-conditions';
import { rank } from '../../rank';
import type { SpoolView, Stock } from '../../reasons';
import type { Queue } from '../decide';
import { ALWAYS } from '../machine-times';
import type { PlanJob, PlanMachine } from '../plan-input';
import { DEFAULT_WEIGHTS } from '../weights';

export const HOUR = 3_600_000;
export const LAB = newId<LabId>();
const geometry = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };

/** One spool of each of these materials. */
export const SPOOLS = Object.fromEntries(
  ['PLA', 'PETG', 'TPU'].map((material) => [material, newId<SpoolId>()]),
) as Record<'PLA' | 'PETG' | 'TPU', SpoolId>;
export const STOCK: Stock = new Map(
  Object.entries(SPOOLS).map(([material, spoolId]) => {
    const spool: SpoolView = { spoolId, material, colour: 'black', geometry, balanceMg: 1_000_000 };
    return [spoolId, spool] as const;
  }),
);

/** A free machine with PLA that takes every file. */
export const planMachine = (change: Partial<PlanMachine> = {}): PlanMachine => ({
  id: newId<MachineId>(),
  labId: LAB,
  inductionKind: null,
  spools: [SPOOLS.PLA],
  agentOnline: true,
  labHeld: false,
  live: { state: 'ready', heatersUnknown: false, runId: null },
  stopOnItsWay: false,
  bedClear: true,
  inMaintenance: false,
  activeRunId: null,
  startConfirmed: true,
  tags: [],
  equipment: UNKNOWN_EQUIPMENT,
  bedMm2: 50_000,
  ...{
    freeAt: 0,
    freeSpread: 0,
    isAttended: false,
    times: ALWAYS,
    timesOf: new Map(),
    clearing: () => 0,
    pace: () => 1,
    special: 0,
    wear: 0,
  },
  ...change,
});

export const busyUntil = (freeAt: number, change: Partial<PlanMachine> = {}): PlanMachine =>
  planMachine({ freeAt, bedClear: false, ...change });

/** Every machine has judged the file, and accepts it. */
const accepted = { get: () => [], has: () => true } as unknown as PlanJob['refusals'];

/** A job of an hour in PLA of a member of its own, submitted at 0. */
export function planJob({ submittedAt = 0, id = newId<JobId>(), ...change }: Partial<PlanJob> = {}): PlanJob {
  const material = change.material === undefined ? 'PLA' : change.material;
  return {
    ...{ id, submittedAt, rank: rank({ id, submittedAt }) },
    ...{ labId: LAB, onlyMachineId: null, inductions: new Set<string>(), insteadOf: null, fileMaterials: [] },
    ...NO_CONDITIONS,
    ...{ filamentOn: () => [1_000], fileLost: false, refusals: accepted, equipment: NO_NEEDS },
    ...{
      payer: `member:${id}`,
      priority: 0,
      dueAt: null,
      dueIsFirm: false,
      seconds: 3_600,
      movedSeconds: 0,
      nextOn: null,
      memberId: null,
    },
    ...{ alike: String([change.onlyMachineId, material]), setup: material ?? '' },
    ...change,
    material,
  };
}

export const queue = (change: Partial<Queue>): Queue => ({
  ...{ jobs: [], machines: [], stock: STOCK, used: new Map(), weights: DEFAULT_WEIGHTS },
  ...change,
});
