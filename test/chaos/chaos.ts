import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '@pandafab/machine-sim';
import type { CityDatabase } from '../city/foundations';
import { Accountants } from './accountants';
import { check, checkAnyTime } from './checker';
import { City } from './city';
import { drill } from './drill';
import type { Evidence } from './evidence';
import { chooseFault, FAULTS } from './faults';
import type { Random } from './faults/fault';
import { gather } from './gather';
import { People } from './people';
import { pause } from './service';

export interface ChaosOptions {
  readonly runs: number;
  readonly seed: number;
  readonly kinds: readonly string[];
  readonly database: CityDatabase;
  readonly servers: number;
  /** The number of faults between two rests, in which everything is checked. */
  readonly faultsARound: number;
  /** A build other than this repository's. */
  readonly dist?: string;
  /** A directory for this run only. */
  readonly directory: string;
  readonly say: (text: string) => void;
}

export interface ChaosResult {
  readonly runs: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly jobs: number;
  readonly prints: number;
  readonly invoices: number;
  readonly violations: readonly string[];
}

const SEEDS = 2 ** 31;
const LONGEST_PAUSE_MS = 1600;
/** Calm time after which an unchanged state will stay so: no retry between a server and a lab waits longer. */
const UNCHANGED_MS = 40_000;
/**
 * The same for steps in the queues: BullMQ finds a step whose server was killed after up to a minute
 * (lockDuration and stalledInterval, 30 s each).
 */
const UNCHANGED_STEPS_MS = 75_000;
const SETTLED_WITHIN_MS = 1_200_000;
const LOOK_EVERY_MS = 1000;

/** The city, its people and its faults. */
interface World {
  readonly city: City;
  readonly people: People;
  readonly accountants: Accountants;
}

/**
 * Prints in a city of real processes during faults of all kinds, and checks the results.
 * @public for knip, which does not read the `require` that loads it
 */
export async function wreakHavoc(options: ChaosOptions): Promise<ChaosResult> {
  const { directory, say, runs, faultsARound } = options;
  // The faults have their own random numbers: people's actions depend on the moment.
  const random = seededRandom(options.seed);
  const chance = seededRandom(options.seed + 1);
  const city = await City.found({ ...options, random: chance });
  const accountants = await Accountants.hire(city.foundations, city.service, chance);
  const people = new People(city, chance);
  const world = { city, accountants, people };
  const faults: Record<string, number> = {};
  let violations: string[] = [];
  let judged: Evidence | undefined;
  try {
    for (let done = 0; done < runs && violations.length === 0; ) {
      const round = Math.min(faultsARound, runs - done);
      city.service.expect(false);
      people.resume();
      accountants.resume();
      await pause(3000);
      await sow(round, city, options, random, faults);
      done += round;
      say(`${done} faults are made good`);
      judged = await rest(world, say);
      // If a rest cannot be completed, the reason is the only result.
      const urgent = checkAnyTime(judged);
      violations = urgent.length > 0 ? urgent : check(judged);
      const counts = `${people.accepted.length} jobs, ${people.hands.held.length} holds, ${judged.runs.length} prints, ${judged.books.invoices.length} invoices`;
      say(`${done} faults, ${counts}, ${violations.length} violations`);
    }
    if (violations.length > 0) await keep(city, directory, judged);
  } finally {
    await Promise.all([people.goHome(), accountants.goHome()]);
    await city.close();
    city.disk.unmount();
  }
  const prints = judged?.runs.length ?? 0;
  const invoices = judged?.books.invoices.length ?? 0;
  return { runs, faults, jobs: people.accepted.length, prints, invoices, violations };
}

/** Faults overlap: the next one does not wait until the last one is repaired. */
async function sow(
  count: number,
  city: City,
  { kinds, say }: ChaosOptions,
  random: Random,
  faults: Record<string, number>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (let at = 0; at < count; at++) {
    const kind = chooseFault(random, kinds, faults);
    faults[kind] = (faults[kind] ?? 0) + 1;
    const fault = FAULTS[kind]?.fault(city, seededRandom(Math.floor(random() * SEEDS)));
    if (fault) underWay.push(fault.catch((error: Error) => say(`${kind}: ${error.message}`)));
    await pause(100 + random() * LONGEST_PAUSE_MS);
  }
  await Promise.all(underWay);
}

/**
 * Repairs everything, and waits until all present work has ended: afterwards the state does not change by itself. Then
 * it sends orders, which must take effect because there is no fault.
 */
async function rest(world: World, say: (text: string) => void): Promise<Evidence> {
  const { city, people, accountants } = world;
  people.calm();
  const unhealthy = await city.heal();
  city.service.expect(true);
  // They have written through all faults. From here on, the machines alone are judged.
  await accountants.calm();
  const settled = await settle(world, unhealthy);
  if (check(settled).length > 0) return settled;
  say('all is at rest: orders are given');
  const troubles = await drill(city, people);
  people.calm();
  return settle(world, troubles);
}

async function settle(world: World, unhealthy: readonly string[]): Promise<Evidence> {
  const { calm } = world.city;
  let unchangedMs = 0;
  const [first] = world.city.labs;
  const stop = calm.onTick(({ labId, chainMs = 0 }) => {
    if (labId === first?.id) unchangedMs += chainMs;
  });
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  try {
    for (let before = ''; ; ) {
      const evidence = await gather(world, unhealthy);
      const open = openIn(evidence);
      const now = `${open} ${evidence.happenings.length}`;
      if (now !== before) unchangedMs = 0;
      before = now;
      const longest = waitsForStep(evidence) ? UNCHANGED_STEPS_MS : UNCHANGED_MS;
      const isOver = unchangedMs > longest || performance.now() > deadline;
      if (open === '' || isOver || unhealthy.length > 0 || checkAnyTime(evidence).length > 0) {
        const found = await world.city.findUnhealthy();
        return { ...evidence, unhealthy: [...new Set([...unhealthy, ...found])] };
      }
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    stop();
  }
}

/** True if a queue step would still change something: an analysis, or a matching while a machine is idle. */
function waitsForStep({ jobs, machines }: Evidence): boolean {
  const idle = new Set(machines.filter((machine) => machine.idle).map(({ labId }) => labId));
  return jobs.some(
    ({ state, labId }) => /submitted|analysing/.test(state) || (state === 'queued' && idle.has(labId)),
  );
}

/** The present work as a text, to compare it; empty without work. */
function openIn({ jobs, agents, machines }: Evidence): string {
  const open = jobs.filter(({ state }) => ['submitted', 'analysing', 'queued', 'running'].includes(state));
  const waiting = agents.filter((agent) => agent.appliedSequence !== agent.lastSequence || agent.pending > 0);
  const rows = [
    ...open.map(({ id, state }) => `${id} ${state}`),
    ...waiting.map((agent) => JSON.stringify(agent)),
    ...machines.filter(({ idle }) => !idle).map(({ name }) => name),
  ];
  return rows.sort().join('\n');
}

/** Prints the evidence for the person who investigates. */
async function keep(city: City, directory: string, judged: Evidence | undefined): Promise<void> {
  await writeFile(join(directory, 'logs', 'evidence.json'), JSON.stringify(judged));
  if (!city.foundations.databaseUrl)
    await cp(city.foundations.serverData, join(directory, 'logs', 'server-data'), { recursive: true });
}
