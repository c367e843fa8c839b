import {
  DEFAULT_WEIGHTS,
  decayed,
  decide,
  type PlanJob,
  type PlanMachine,
  rank,
  type SpoolView,
} from '@pandafab/domain';
import type { JobId, LabId, MachineId, SpoolId } from '@pandafab/shared';
import { BEGIN, DAY, HOUR, type Wish, type World, YEAR } from './world';

const LAB = 'lab' as LabId;
const CLEARING = 25 * 60_000;
const CHANGING = 20 * 60_000;
const GEOMETRY = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const ACCEPTED = { get: () => [] } as unknown as PlanJob['refusals'];
const filamentOn = () => [1_000];

export interface Waiting {
  readonly wish: Wish;
  readonly submittedAt: number;
}

export interface LabMachine {
  readonly index: number;
  spool: string;
  state: 'free' | 'printing' | 'full' | 'changing';
  /** The end of what it does. */
  until: number;
  busyMs: number;
  running: Wish | null;
}

export interface Moment {
  readonly now: number;
  readonly waiting: readonly Waiting[];
  readonly machines: readonly LabMachine[];
  readonly used: readonly { payer: string; seconds: number; at: number }[];
  readonly world: World;
}

/** What a rule does with the free machines: jobs to begin, and spools to change. */
export interface Actions {
  readonly starts: readonly { readonly id: string; readonly machine: number }[];
  readonly changes: readonly { readonly machine: number; readonly material: string }[];
}
export type Rule = (moment: Moment) => Actions;

export interface Done {
  readonly wish: Wish;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Year {
  readonly done: readonly Done[];
  readonly changes: number;
  /** Part of the machines' time in which they print. */
  readonly use: number;
}

/** A year of a lab under a rule: people submit, clear beds, change spools and forget to; prints fail. */
export function play(world: World, rule: Rule): Year {
  const machines = world.spools.map(
    (spool, index): LabMachine => ({ index, spool, state: 'free', until: BEGIN, busyMs: 0, running: null }),
  );
  const waiting = new Map<string, Waiting>();
  const used: { payer: string; seconds: number; at: number }[] = [];
  const done: Done[] = [];
  const startOf = new Map<string, number>();
  let changes = 0;
  let next = 0;
  const end = BEGIN + YEAR;
  for (let now = BEGIN; now < end; ) {
    for (let wish = world.wishes[next]; wish && wish.at <= now; wish = world.wishes[++next])
      waiting.set(wish.id, { wish, submittedAt: wish.at });
    for (const machine of machines) {
      if (machine.until > now || machine.state === 'free') continue;
      if (machine.state === 'printing') {
        finish(machine, now);
        machine.until = now + world.delay(now, CLEARING);
        machine.state = 'full';
      } else machine.state = 'free';
    }
    while ((used[0]?.at ?? now) < now - 40 * DAY) used.shift();
    const actions = rule({ now, waiting: [...waiting.values()], machines, used, world });
    for (const { id, machine } of actions.starts) begin(id, machines[machine] as LabMachine, now);
    for (const { machine, material } of actions.changes)
      change(machines[machine] as LabMachine, material, now);
    const moments = machines.flatMap(({ state, until }) => (state === 'free' ? [] : [until]));
    now = Math.max(now + 1, Math.min(end, world.wishes[next]?.at ?? end, now + HOUR, ...moments));
  }
  const busy = machines.reduce((sum, { busyMs }) => sum + busyMs, 0);
  return { done, changes, use: busy / (machines.length * YEAR) };

  function begin(id: string, machine: LabMachine, now: number): void {
    const { wish } = waiting.get(id) as Waiting;
    waiting.delete(id);
    if (!startOf.has(id)) startOf.set(id, now);
    const lasts = wish.seconds * 1_000 * wish.factor * (wish.failsAt ?? 1);
    Object.assign(machine, { state: 'printing', until: now + lasts, running: wish });
    machine.busyMs += lasts;
    used.push({ payer: wish.member, seconds: lasts / 1_000, at: now });
  }

  function finish(machine: LabMachine, now: number): void {
    const wish = machine.running as Wish;
    machine.running = null;
    // A failed print is made again, at its place.
    if (wish.failsAt !== null)
      waiting.set(wish.id, { wish: { ...wish, failsAt: null }, submittedAt: wish.at });
    else done.push({ wish, startedAt: startOf.get(wish.id) as number, endedAt: now });
  }

  function change(machine: LabMachine, material: string, now: number): void {
    changes += 1;
    machine.state = 'changing';
    machine.until = now + world.delay(now, CHANGING);
    machine.spool = material;
  }
}

/** The rule of before: the oldest job that fits; a spool is changed when it waits long, or when nothing else fits. */
export const oldestFirst: Rule = ({ now, waiting, machines }) => {
  const left = [...waiting].sort((a, b) => a.submittedAt - b.submittedAt || (a.wish.id < b.wish.id ? -1 : 1));
  const starts: { id: string; machine: number }[] = [];
  const changes: { machine: number; material: string }[] = [];
  const spools = new Set(machines.map(({ spool }) => spool));
  for (const { index, spool, state } of machines) {
    if (state !== 'free') continue;
    const [oldest] = left.filter(({ wish }) => !spools.has(wish.material) || wish.material === spool);
    const at = left.findIndex(({ wish }) => wish.material === spool);
    const isImpatient = oldest && oldest.wish.material !== spool && now - oldest.submittedAt > 4 * HOUR;
    if (at >= 0 && !isImpatient) {
      const [job] = left.splice(at, 1) as [Waiting];
      starts.push({ id: job.wish.id, machine: index });
    } else if (left[0]) {
      const { material } = (oldest ?? left[0]).wish;
      changes.push({ machine: index, material });
      spools.add(material);
    }
  }
  return { starts, changes };
};

const spoolId = (material: string) => `spool-${material}` as SpoolId;
const STOCK = new Map<SpoolId, SpoolView>(
  ['PLA', 'PETG', 'TPU', 'ABS'].map((material) => {
    const spool = {
      spoolId: spoolId(material),
      material,
      colour: 'white',
      geometry: GEOMETRY,
      balanceMg: 1e9,
    };
    return [spool.spoolId, spool as SpoolView] as const;
  }),
);

export function planJobOf({ wish, submittedAt }: Waiting): PlanJob {
  const id = wish.id as JobId;
  return {
    id,
    labId: LAB,
    submittedAt,
    rank: rank({ id, submittedAt }),
    onlyMachineId: null,
    material: wish.material,
    insteadOf: null,
    fileMaterials: [],
    filamentOn,
    fileLost: false,
    refusals: ACCEPTED,
    inductions: new Set(),
    held: null,
    awaitsApproval: false,
    awaitsMaker: false,
    tags: [],
    colour: null,
    payer: wish.member,
    memberId: null,
    priority: 0,
    dueAt: wish.dueAt,
    dueIsFirm: true,
    movedSeconds: 0,
    nextOn: null,
    seconds: wish.seconds,
    alike: wish.material,
    setup: wish.material,
  };
}

/** Machines as the decision sees them: it knows expected ends, not real ones. */
export function planMachinesOf({ now, machines, world }: Moment): PlanMachine[] {
  const most = Math.max(1, ...machines.map(({ busyMs }) => busyMs));
  return machines.map((machine): PlanMachine => {
    const { running, until, state } = machine;
    const left = running ? Math.max(60_000, until - running.seconds * 1_000 * (running.factor - 1) - now) : 0;
    return {
      ...{ id: `machine-${machine.index}` as MachineId, labId: LAB, spools: [spoolId(machine.spool)] },
      ...{ agentOnline: true, inductionKind: null, labHeld: false, stopOnItsWay: false, tags: [] },
      ...{ live: { state: 'ready', heatersUnknown: false, runId: null }, bedClear: state === 'free' },
      ...{ inMaintenance: false, activeRunId: null, startConfirmed: true },
      ...{ freeAt: state === 'free' ? now : now + left + CLEARING, freeSpread: CLEARING / 2 },
      ...{ times: { runs: null, starts: null, people: world.open }, timesOf: new Map() },
      ...{ clearing: () => CLEARING, pace: () => 1, special: 0, wear: machine.busyMs / most },
    };
  });
}

export function usedAt({ now, used }: Moment): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { payer, seconds, at } of used)
    totals.set(payer, (totals.get(payer) ?? 0) + decayed(seconds, now - at, DEFAULT_WEIGHTS.halfLifeDays));
  return totals;
}

export const queueOf = (moment: Moment) => ({
  jobs: moment.waiting.map(planJobOf),
  machines: planMachinesOf(moment),
  ...{ stock: STOCK, used: usedAt(moment), weights: DEFAULT_WEIGHTS },
});

/** The decision of the queue; staff change the spools that it asks for. */
export const decided: Rule = (moment) => {
  const { starts, changes } = decide(moment.now, queueOf(moment));
  const indexOf = (id: string) => Number(id.slice('machine-'.length));
  return {
    starts: starts.map(({ jobId, machineId }) => ({ id: jobId, machine: indexOf(machineId) })),
    changes: changes.map(({ machineId, load }) => ({ machine: indexOf(machineId), material: load })),
  };
};
