import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from './checker';
import { City } from './city';
import { chooseFault, FAULTS, type Random } from './faults';
import { gather } from './gather';
import { People } from './people';

export interface ChaosOptions {
  readonly runs: number;
  readonly seed: number;
  readonly kinds: readonly string[];
  /** Of its own; everything is kept there. */
  readonly directory: string;
  readonly say: (text: string) => void;
}

export interface ChaosResult {
  readonly runs: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly jobs: number;
  readonly prints: number;
  readonly violations: readonly string[];
}

/** Faults between two times of rest, in which everything is judged. */
const FAULTS_A_ROUND = 50;
const LONGEST_PAUSE_MS = 1000;
const REST_WITHIN_MS = 120_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Prints in a city of real processes while everything that can fail does, and judges what came of it. */
export async function wreakHavoc(options: ChaosOptions, random: Random): Promise<ChaosResult> {
  const { directory, say, runs } = options;
  const city = await City.found(directory, say);
  const people = new People(city, random);
  const faults: Record<string, number> = {};
  let violations: string[] = [];
  let judged: Awaited<ReturnType<typeof gather>> | undefined;
  try {
    for (let done = 0; done < runs && violations.length === 0; ) {
      const round = Math.min(FAULTS_A_ROUND, runs - done);
      people.resume();
      await pause(3000);
      await sow(round, city, options, random, faults);
      done += round;
      judged = await rest(city, people);
      violations = check(judged);
      if (violations.length > 0)
        await writeFile(join(directory, 'logs', 'evidence.json'), JSON.stringify(judged));
      say(
        `${done} faults, ${people.submitted} jobs, ${judged.runs.length} prints, ${violations.length} violations`,
      );
    }
  } finally {
    await people.goHome();
    await city.close();
  }
  const prints = judged?.runs.length ?? 0;
  return { runs, faults, jobs: people.submitted, prints, violations };
}

/** Faults overlap: the next one does not wait until the last one is made good. */
async function sow(
  count: number,
  city: City,
  { kinds, say }: ChaosOptions,
  random: Random,
  faults: Record<string, number>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (let at = 0; at < count; at++) {
    const kind = chooseFault(random, kinds);
    faults[kind] = (faults[kind] ?? 0) + 1;
    const fault = FAULTS[kind]?.fault(city, random);
    if (fault) underWay.push(fault.catch((error: Error) => say(`${kind}: ${error.message}`)));
    await pause(100 + random() * LONGEST_PAUSE_MS);
  }
  await Promise.all(underWay);
}

/** Everything is made good, and what is under way comes to its end: then what is still open will stay so. */
async function rest(city: City, people: People) {
  people.calm();
  await city.heal();
  const deadline = performance.now() + REST_WITHIN_MS;
  for (;;) {
    const evidence = await gather(city, people.accepted);
    const open = evidence.jobs.filter(({ state }) =>
      ['submitted', 'analysing', 'queued', 'running'].includes(state),
    );
    const waiting = evidence.agents.filter(
      (agent) => agent.appliedSequence !== agent.lastSequence || agent.pending > 0,
    );
    if ((open.length === 0 && waiting.length === 0) || performance.now() > deadline) return evidence;
    await pause(500);
  }
}
