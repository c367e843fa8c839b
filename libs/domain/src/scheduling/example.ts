import { type Instant, type JobId, type LabId, type MachineId, newId, type SpoolId } from '@pandafab/shared';
import { NO_NEEDS, UNKNOWN_EQUIPMENT } from '../equipment';
import { NO_CONDITIONS } from '../job-conditions';
import { rank } from '../rank';
import type { Queue } from './decide';
import { ALWAYS } from './machine-times';
import type { PlanJob, PlanMachine } from './plan-input';
import type { QueueWeights } from './weights';

const HOUR_MS = 3_600_000;
const LAB = newId<LabId>();
const SPOOL = newId<SpoolId>();

interface ExampleJob {
  readonly name: string;
  readonly payer: string;
  /** Hours since it was submitted. */
  readonly age: number;
  readonly hours: number;
  readonly material: string;
  readonly priority?: number;
  /** Hours until its due date. */
  readonly due?: number;
}

const JOBS: readonly ExampleJob[] = [
  { name: 'Amina 1', payer: 'Amina', age: 2, hours: 2, material: 'PLA' },
  { name: 'Amina 2', payer: 'Amina', age: 2, hours: 2, material: 'PLA' },
  { name: 'Amina 3', payer: 'Amina', age: 2, hours: 2, material: 'PLA' },
  { name: 'Bruno', payer: 'Bruno', age: 0.5, hours: 2, material: 'PLA' },
  { name: 'Chloé', payer: 'Chloé', age: 1, hours: 3, material: 'PETG' },
  { name: 'David', payer: 'David', age: 0, hours: 1, material: 'PLA', due: 9 },
];

/** Every machine accepts each of the files. */
const accepted = { get: () => [], has: () => true } as unknown as PlanJob['refusals'];

function planJob(now: Instant, { payer, age, hours, material, priority = 0, due }: ExampleJob): PlanJob {
  const id = newId<JobId>();
  const submittedAt = now - age * HOUR_MS;
  return {
    ...{ id, submittedAt, rank: rank({ id, submittedAt }), labId: LAB, memberId: null, payer, material },
    ...{ onlyMachineId: null, inductions: new Set<string>(), insteadOf: null, fileMaterials: [] },
    ...NO_CONDITIONS,
    equipment: NO_NEEDS,
    ...{ filamentOn: () => [1_000], fileLost: false, refusals: accepted },
    ...{ priority, dueIsFirm: true, dueAt: due === undefined ? null : now + due * HOUR_MS },
    ...{ seconds: hours * 3_600, movedSeconds: 0, nextOn: null, alike: material, setup: material },
  };
}

const MACHINE: Omit<PlanMachine, 'freeAt'> = {
  ...{ id: newId<MachineId>(), labId: LAB, inductionKind: null, spools: [SPOOL], tags: [] },
  ...{ agentOnline: true, labHeld: false, live: null, stopOnItsWay: false, bedClear: false },
  ...{ inMaintenance: false, activeRunId: null, startConfirmed: true, freeSpread: 0, isAttended: false },
  ...{ equipment: UNKNOWN_EQUIPMENT, bedMm2: 50_000 },
  ...{ times: ALWAYS, timesOf: new Map(), clearing: () => 20 * 60_000, pace: () => 1, special: 0, wear: 0 },
};

/**
 * A small queue to show what weights do where no job waits: one machine with PLA, free in half an hour. Amina has three
 * jobs, Bruno came later, Chloé needs PETG, and David has a due date.
 */
export function exampleQueue(
  now: Instant,
  weights: QueueWeights,
): { queue: Queue; nameOf: ReadonlyMap<JobId, string> } {
  const jobs = JOBS.map((each) => planJob(now, each));
  const geometry = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
  const spool = { spoolId: SPOOL, material: 'PLA', colour: '', geometry, balanceMg: 1_000_000 };
  return {
    queue: {
      ...{ jobs, machines: [{ ...MACHINE, freeAt: now + HOUR_MS / 2 }], weights },
      ...{ stock: new Map([[SPOOL, spool]]), used: new Map() },
    },
    nameOf: new Map(jobs.map(({ id }, at) => [id, JOBS[at]?.name ?? ''])),
  };
}
