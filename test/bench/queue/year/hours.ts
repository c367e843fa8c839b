import { type ClosedQueue, DEFAULT_WEIGHTS, forecast, ORDINARY_SPREAD, playClosed } from '@pandafab/domain';
import type { Figure } from '../../fleet/figures';
import { randomFrom } from '../random';
import { play } from './play';
import { decidedBy, queueOf, spoolId } from './rules';
import { normal, type World } from './world';

/** The queue of each so many decisions of a year. */
const EACH = 97;
/** Queues with fewer jobs say little about the order. */
const FEWEST_JOBS = 5;
/** Longer queues are put in order again at some steps only: see `ALWAYS_ORDERED` of the forecast. */
const LONG = 50;
/** The same start: to the second. */
const SAME_MS = 1_000;

function queuesOf(world: World): ClosedQueue[] {
  const found: ClosedQueue[] = [];
  const rule = decidedBy(DEFAULT_WEIGHTS);
  let decisions = 0;
  play(world, (moment) => {
    decisions += 1;
    if (decisions % EACH === 0 && moment.waiting.length >= FEWEST_JOBS)
      found.push({ now: moment.now, queue: queueOf(moment, DEFAULT_WEIGHTS), spoolOf: spoolId });
    return rule(moment);
  });
  return found;
}

/** How right expected starts are, for queues of a year to which nothing is added. */
export function measureHours(world: World): Figure[] {
  const random = randomFrom(1);
  const noise = (ms: number) => ms * Math.max(0.3, 1 + ORDINARY_SPREAD * normal(random));
  const queues = queuesOf(world);
  let [jobs, within, short, exact] = [0, 0, 0, 0];
  for (const closed of queues) {
    const expected = [...forecast(closed.now, closed.queue).values()];
    const noisy = playClosed({ ...closed, lasts: noise });
    jobs += expected.length;
    within += expected.filter(({ jobId, startFrom, startUntil }) => {
      const began = noisy.get(jobId) ?? Number.NaN;
      return began >= startFrom && began <= startUntil;
    }).length;
    if (closed.queue.jobs.length > LONG) continue;
    const sure = playClosed(closed);
    short += expected.length;
    exact += expected.filter(
      ({ jobId, startAt }) => Math.abs((sure.get(jobId) ?? Number.NaN) - startAt) < SAME_MS,
    ).length;
  }
  const scenario = 'expected starts';
  return [
    { scenario, name: 'queues', value: queues.length, unit: '' },
    { scenario, name: 'jobs', value: jobs, unit: '' },
    { scenario, name: 'exact, if print times are', value: (100 * exact) / short, unit: '%', least: 100 },
    { scenario, name: 'within their interval, ±15 %', value: (100 * within) / jobs, unit: '%', least: 80 },
  ];
}
