import type { City, Lab } from './city';
import type { OrderKind } from './evidence';
import { oneBed } from './one-bed';
import { partOf } from './parts';
import type { People } from './people';
import { pause } from './service';

const ORDERS: readonly OrderKind[] = ['cancel', 'pause', 'stop'];
/** Of calm time. */
const PRINTS_WITHIN_MS = 120_000;
const DUE_WITHIN_MS = 120_000;
/** Of real time. */
const ACCEPTED_WITHIN_MS = 120_000;
/** The number of printed lines when the order is sent. */
const FIRST_LINES = 5;
const HEATERS_WATCHED_MS = 15_000;
const LOOK_EVERY_MS = 250;
/** How long the test watches after an order is due, to see lines that follow it. */
const SEEN_FOR_MS = 2000;

interface RunView {
  readonly id: string;
  readonly machineId: string;
  readonly state: string;
}
interface Print {
  readonly run: RunView;
  readonly part: number;
}
interface JobView {
  readonly state: string;
  readonly fileName: string;
  readonly runs: readonly RunView[];
}

/**
 * In a healthy city, with no other work, each lab first prints two parts on one bed. Then it gets one order of each
 * kind on long prints, and another job that waits for a bed. When the orders are due, the agent is killed during the
 * paused print. Then people do nothing for longer than heaters may stay on.
 * @returns the parts that did not begin, as sentences
 */
export async function drill(city: City, people: People): Promise<string[]> {
  await people.stepBack();
  const troubles = await Promise.all(
    city.labs.map(async (lab) => {
      const first = await oneBed(city, people, lab);
      return first.length > 0 ? first : drillLab(city, people, lab);
    }),
  );
  await city.calm.pass(HEATERS_WATCHED_MS);
  return troubles.flat();
}

async function drillLab(city: City, people: People, lab: Lab): Promise<string[]> {
  const submit = (length: 'long' | 'short') =>
    people.submit(lab, city.parts.next(length), ACCEPTED_WITHIN_MS);
  try {
    const jobs = await Promise.all(ORDERS.map(() => submit('long')));
    const prints = await Promise.all(jobs.map((id) => seePrinting(city, lab, id)));
    await submit('short');
    await Promise.all(prints.map((print, at) => giveOrder(city, lab, print, ORDERS[at])));
    const parts = prints.map(({ part }) => part);
    await city.calm.pollUntil(
      lab.id,
      'orders to be due',
      () => parts.every((part) => city.orders.settled(part)),
      DUE_WITHIN_MS,
    );
    await pause(SEEN_FOR_MS);
    await crash(city, lab);
    return [];
  } catch (error) {
    return [`${lab.name}, while nothing failed: ${(error as Error).message}`];
  }
}

function seePrinting(city: City, lab: Lab, jobId: string): Promise<Print> {
  return city.calm.pollUntil(
    lab.id,
    `job ${jobId} to print`,
    async () => {
      await pause(LOOK_EVERY_MS);
      const job = await city.service.insist<JobView>(ACCEPTED_WITHIN_MS, 'GET', `/jobs/${jobId}`);
      const run = job.runs.find(({ state }) => state === 'printing');
      const part = partOf(job.fileName);
      const lines = city.happenings.filter((each) => each.kind === 'line' && each.part === part).length;
      return run && lines >= FIRST_LINES ? { run, part } : undefined;
    },
    PRINTS_WITHIN_MS,
  );
}

async function giveOrder(city: City, lab: Lab, { run, part }: Print, order?: OrderKind): Promise<void> {
  if (order === 'stop') await city.stop(lab, run.machineId, part);
  else await city.command(lab, run, order ?? 'cancel', part);
}

/** The paused print is hot, and no person resumes it. */
async function crash(city: City, { agent, machines }: Lab): Promise<void> {
  for (const { parked } of machines) city.orders.lift('pause', parked.name);
  city.letGo(machines.map(({ id }) => id));
  await agent.kill();
  await agent.start();
}
