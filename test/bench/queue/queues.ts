import {
  ALWAYS,
  DEFAULT_WEIGHTS,
  NO_NEEDS,
  type PlanJob,
  type PlanMachine,
  type Queue,
  rank,
  type SpoolView,
  UNKNOWN_EQUIPMENT,
} from '@pandafab/domain';
import type { JobId, LabId, MachineId, SpoolId } from '@pandafab/shared';
import { pick, type Random } from './random';

export const MATERIALS = ['PLA', 'PETG', 'TPU', 'ABS', 'ASA'] as const;
const geometry = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const HOUR = 3_600_000;
const NO_REFUSALS = { get: () => [] } as unknown as PlanJob['refusals'];

const NO_BOOKINGS: PlanMachine['timesOf'] = new Map();
const NO_INDUCTIONS = new Set<string>();
const filamentOn = () => [1_000];

const numbered = <Id extends string>(prefix: string, at: number): Id =>
  `${prefix}${at.toString(16).padStart(12, '0')}` as Id;

/** Spools as labs have them: much PLA, some PETG, little of the rest. */
const material = (random: Random): string => (random() < 0.6 ? 'PLA' : pick(random, MATERIALS));

/** Machines of which a tenth are free, the others busy for some hours; open days are given by the lab. */
export function someMachines(random: Random, labId: LabId, count: number) {
  const stock = new Map<SpoolId, SpoolView>();
  const machines = Array.from({ length: count }, (_, at): PlanMachine => {
    const spoolId = numbered<SpoolId>(`${labId}-spool-`, at);
    stock.set(spoolId, {
      spoolId,
      material: material(random),
      colour: 'white',
      geometry,
      balanceMg: 1_000_000,
    });
    const isFree = at % 10 === 0;
    return {
      ...{ id: numbered<MachineId>(`${labId}-machine-`, at), labId, spools: [spoolId], agentOnline: true },
      ...{ inductionKind: at % 20 === 19 ? 'resin' : null, labHeld: false, stopOnItsWay: false },
      ...{ live: { state: 'ready', heatersUnknown: false, runId: null }, bedClear: isFree },
      ...{ inMaintenance: false, activeRunId: null, startConfirmed: true, tags: [] },
      ...{ freeAt: isFree ? 0 : random() * 8 * HOUR, freeSpread: 60_000, isAttended: false },
      ...{ equipment: UNKNOWN_EQUIPMENT, bedMm2: 50_000 },
      ...{ times: ALWAYS, timesOf: NO_BOOKINGS, clearing: () => 0.3 * HOUR, pace: () => 1 },
      ...{ special: at % 10 === 9 ? 1 : 0, wear: random() },
    };
  });
  return { machines, stock };
}

/**
 * Waiting jobs of many members, a tenth of them with a due date.
 * @param files different files among them: copies, and prints that were made before
 */
export function someJobs(random: Random, labId: LabId, count: number, files: number): PlanJob[] {
  const lengths = Array.from({ length: files }, () => Math.round(600 + random() ** 3 * 60_000));
  const wanted = lengths.map(() => material(random));
  return Array.from({ length: count }, (_, at) => {
    const file = Math.floor(random() * files);
    const id = numbered<JobId>(`${labId}-job-`, at);
    const submittedAt = -Math.floor(random() * 100 * HOUR);
    return {
      id,
      labId,
      submittedAt,
      rank: rank({ id, submittedAt: submittedAt + 1e12 }),
      onlyMachineId: null,
      material: wanted[file] as string,
      insteadOf: null,
      fileMaterials: [],
      filamentOn,
      fileLost: false,
      equipment: NO_NEEDS,
      refusals: NO_REFUSALS,
      inductions: NO_INDUCTIONS,
      payer: `member:${Math.floor(random() ** 2 * count * 0.2)}`,
      priority: random() < 0.02 ? 1 : 0,
      dueAt: random() < 0.1 ? Math.floor(random() * 200 * HOUR) : null,
      movedSeconds: 0,
      nextOn: null,
      memberId: null,
      dueIsFirm: true,
      held: null,
      awaitsApproval: false,
      awaitsFunds: null,
      awaitsMaker: false,
      tags: [],
      colour: null,
      seconds: lengths[file] as number,
      alike: String(file),
      setup: wanted[file] as string,
    };
  });
}

export function someQueue(
  random: Random,
  { lab = 'lab', jobs, machines, files }: { lab?: string; jobs: number; machines: number; files: number },
): Queue {
  const labId = lab as LabId;
  return {
    jobs: someJobs(random, labId, jobs, files),
    ...someMachines(random, labId, machines),
    ...{ used: new Map(), weights: DEFAULT_WEIGHTS },
  };
}
