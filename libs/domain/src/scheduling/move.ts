import type { Instant, JobId } from '@pandafab/shared';
import { type PlacedJob, queueOrder } from './score';
import type { QueueWeights } from './weights';

/** Where staff put a job: before or after another one. */
export type Place = { readonly before: JobId } | { readonly after: JobId };

/** The waiting jobs of a lab and what their order depends on. */
export interface PlacedQueue {
  readonly jobs: readonly PlacedJob[];
  /** Decayed seconds on machines by payer. */
  readonly used: ReadonlyMap<string, number>;
  readonly weights: QueueWeights;
}

/** Thousandths of a second: nearer sums are equal. */
const FINE = 1_000;
/** More than any score: three hundred years, in thousandths of a second. */
const FAR = 1e13;

/** How far it is put beyond the first or the last job, in thousandths of a second: a minute. */
const BEYOND = 60_000;

/**
 * The `movedSeconds` with which a job stands before or after another one. To move a job changes what its payer's other
 * jobs have before them, so the place is searched in the order itself: the more a job is moved, the later it stands. It
 * is put in the middle between its neighbours, so that there is room for further moves.
 *
 * Where its payer has other jobs, it stands on the right side of the other job, as near as its share allows. Jobs whose
 * sums are equal are one place.
 * @throws RangeError if one of the two jobs does not wait
 */
export function moveBetween(now: Instant, queue: PlacedQueue, id: JobId, place: Place): number {
  const other = 'before' in place ? place.before : place.after;
  for (const each of [id, other])
    if (!queue.jobs.some((job) => job.id === each)) throw new RangeError(`job ${each} does not wait`);
  const lastBefore = (each: JobId) =>
    highest((moved) => standsBefore(now, queue, { id, other: each, moved: moved / FINE }));
  const [edge, step] = 'before' in place ? [lastBefore(other), -1] : [lastBefore(other) + 1, 1];
  const neighbour = neighbourOf(now, queue, { id, moved: edge / FINE, step });
  if (neighbour === undefined) return (edge + step * BEYOND) / FINE;
  const far = lastBefore(neighbour) + (step < 0 ? 1 : 0);
  return Math.floor((edge + far) / 2) / FINE;
}

/** The job that stands directly before (−1) or behind (1) a job that is moved so far. */
function neighbourOf(
  now: Instant,
  { jobs, used, weights }: PlacedQueue,
  { id, moved, step }: Pick<Trial, 'id' | 'moved'> & { readonly step: number },
): JobId | undefined {
  const tried = jobs.map((job) => (job.id === id ? { ...job, movedSeconds: moved } : job));
  const order = queueOrder(now, tried, used, weights);
  return order[order.findIndex(({ job }) => job.id === id) + step]?.job.id;
}

interface Trial {
  readonly id: JobId;
  readonly other: JobId;
  readonly moved: number;
}

function standsBefore(
  now: Instant,
  { jobs, used, weights }: PlacedQueue,
  { id, other, moved }: Trial,
): boolean {
  const tried = jobs.map((job) => (job.id === id ? { ...job, movedSeconds: moved } : job));
  const order = queueOrder(now, tried, used, weights);
  return order.findIndex(({ job }) => job.id === id) < order.findIndex(({ job }) => job.id === other);
}

/** The highest whole number for which `holds`; it holds for all lower ones. */
function highest(holds: (value: number) => boolean): number {
  let [low, high] = [-FAR, FAR];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
