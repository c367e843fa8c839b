import {
  decayed,
  decide,
  NO_NEEDS,
  type PlanJob,
  type PlanMachine,
  type Queue,
  type QueueWeights,
  rank,
  type SpoolView,
  UNKNOWN_EQUIPMENT,
} from '@pandafab/domain';
import type { JobId, LabId, MachineId, SpoolId } from '@pandafab/shared';
import { CHANGING, CLEARING, type LabMachine, type Moment, type Rule, type Waiting } from './play';
import { HOUR } from './world';

const LAB = 'lab' as LabId;
const GEOMETRY = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const ACCEPTED = { get: () => [] } as unknown as PlanJob['refusals'];
const NO_INDUCTIONS = new Set<string>();
const NO_BOOKINGS: PlanMachine['timesOf'] = new Map();
const filamentOn = () => [1_000];

/** After so long people change a spool for a job, although another machine has it. */
const IMPATIENT = 4 * HOUR;

/**
 * The rule of before: the oldest job that a free machine can take. A person who is beside a machine changes its spool for
 * the oldest job, if no machine has it loaded or the job waits for long; else where nothing fits.
 */
export const oldestFirst: Rule = ({ now, waiting, machines }) => {
  const left = waiting.map(({ part }) => part).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const starts: { id: string; machine: number }[] = [];
  const changes: { machine: number; material: string }[] = [];
  const spools = new Set(machines.map(({ spool }) => spool));
  for (const { index, spool, state, isAttended } of machines) {
    if (state.is !== 'free') continue;
    const oldest = left.find(({ material }) => !spools.has(material) || material === spool);
    const first = left[0];
    const wanted = first && first.material !== spool && now - first.at > IMPATIENT ? first : oldest;
    const fits = left.findIndex(({ material }) => material === spool);
    if (wanted && wanted.material !== spool && (isAttended || fits < 0)) {
      changes.push({ machine: index, material: wanted.material });
      spools.add(wanted.material);
    } else if (fits >= 0) {
      const [part] = left.splice(fits, 1);
      if (part) starts.push({ id: part.id, machine: index });
    }
  }
  return { starts, changes };
};

export const spoolId = (material: string) => `spool-${material}` as SpoolId;
const STOCK = new Map<SpoolId, SpoolView>(
  ['PLA', 'PETG', 'TPU', 'ABS'].map((material) => {
    const of = { spoolId: spoolId(material), material, colour: 'white', geometry: GEOMETRY, balanceMg: 1e9 };
    return [of.spoolId, of as SpoolView] as const;
  }),
);

export function planJobOf({ part }: Waiting): PlanJob {
  const id = part.id as JobId;
  return {
    ...{ id, labId: LAB, submittedAt: part.at, rank: rank({ id, submittedAt: part.at }) },
    ...{ onlyMachineId: null, material: part.material, insteadOf: null, fileMaterials: [], filamentOn },
    ...{ fileLost: false, refusals: ACCEPTED, inductions: NO_INDUCTIONS, held: null, awaitsApproval: false },
    awaitsFunds: null,
    ...{ awaitsMaker: false, tags: [], colour: null, payer: part.member, memberId: null, priority: 0 },
    ...{ dueAt: part.dueAt, dueIsFirm: true, movedSeconds: 0, nextOn: null, seconds: part.seconds },
    ...{ equipment: NO_NEEDS, alike: part.material, setup: part.material },
  };
}

/** When a machine is free, as far as is known: the expected end of its print, and the usual time of people. */
function freeAt({ state }: LabMachine, now: number): number {
  if (state.is === 'free') return now;
  if (state.is === 'printing') return Math.max(now + 60_000, state.expected) + CLEARING;
  return now + (state.is === 'changing' ? CHANGING : CLEARING);
}

function planMachinesOf({ now, machines, world }: Moment): PlanMachine[] {
  const most = Math.max(1, ...machines.map(({ busyMs }) => busyMs));
  return machines.map(
    (machine): PlanMachine => ({
      ...{ id: `machine-${machine.index}` as MachineId, labId: LAB, spools: [spoolId(machine.spool)] },
      ...{ agentOnline: true, inductionKind: null, labHeld: false, stopOnItsWay: false, tags: [] },
      ...{
        live: { state: 'ready', heatersUnknown: false, runId: null },
        bedClear: machine.state.is === 'free',
      },
      ...{ equipment: UNKNOWN_EQUIPMENT, bedMm2: 50_000 },
      ...{ inMaintenance: false, activeRunId: null, startConfirmed: true, isAttended: machine.isAttended },
      ...{ freeAt: freeAt(machine, now), freeSpread: CLEARING / 2 },
      ...{ times: { runs: null, starts: null, people: world.open }, timesOf: NO_BOOKINGS },
      ...{ clearing: () => CLEARING, pace: () => 1, special: 0, wear: machine.busyMs / most },
    }),
  );
}

function usedAt({ now, used }: Moment, { halfLifeDays }: QueueWeights): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { payer, seconds, at } of used)
    totals.set(payer, (totals.get(payer) ?? 0) + decayed(seconds, now - at, halfLifeDays));
  return totals;
}

export const queueOf = (moment: Moment, weights: QueueWeights): Queue => ({
  jobs: moment.waiting.map(planJobOf),
  machines: planMachinesOf(moment),
  ...{ stock: STOCK, used: usedAt(moment, weights), weights },
});

const indexOf = (id: string): number => Number(id.slice('machine-'.length));

/** The decision of the queue. */
export const decidedBy =
  (weights: QueueWeights): Rule =>
  (moment) => {
    const { starts, changes } = decide(moment.now, queueOf(moment, weights));
    return {
      starts: starts.map(({ jobId, machineId }) => ({ id: jobId, machine: indexOf(machineId) })),
      changes: changes.map(({ machineId, load }) => ({ machine: indexOf(machineId), material: load })),
    };
  };
