import type { Instant, JobId } from '@pandafab/shared';
import type { Queue } from './decide';
import { type Expectation, forecast } from './forecast';
import { type PlacedJob, queueOrder } from './score';

/** The order of all waiting jobs, and when each is expected to begin. */
export interface QueuePlan {
  readonly order: readonly JobId[];
  readonly expected: ReadonlyMap<JobId, Expectation>;
}

/** @param waiting all waiting jobs, also those that wait for a person and have no hour */
export const planOf = (
  now: Instant,
  queue: Queue,
  waiting: readonly PlacedJob[] = queue.jobs,
): QueuePlan => ({
  order: queueOrder(now, waiting, queue.used, queue.weights).map(({ job }) => job.id),
  expected: forecast(now, queue),
});

/** Where a job stands in a plan. @property place 1 is the first */
export interface PlaceInPlan {
  readonly place: number;
  readonly expected: Expectation | null;
}

export interface ChangedJob {
  readonly jobId: JobId;
  readonly before: PlaceInPlan;
  readonly after: PlaceInPlan;
  /** Seconds by which it begins later; below 0: sooner. Null without an hour in both plans. */
  readonly laterBy: number | null;
  /** Its place, its machine or its hour is another. */
  readonly isChanged: boolean;
}

export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

export interface PlanSummary {
  readonly jobs: number;
  /** Jobs that begin at least a minute sooner, or later. */
  readonly sooner: number;
  readonly later: number;
  /** Seconds by which the jobs that begin sooner or later move: the middle one, and the most. */
  readonly medianSeconds: number;
  readonly mostSoonerSeconds: number;
  readonly mostLaterSeconds: number;
  /** Jobs expected to end after their due date. */
  readonly late: BeforeAfter;
  /** Changes of spools by a person. */
  readonly changes: BeforeAfter;
}

/** A smaller difference counts as none. */
const LEAST_SECONDS = 60;

/**
 * What another plan does to each waiting job: those that change first, by how much their hour moves, then the others in
 * their order.
 * @param jobs all waiting jobs
 */
export function comparePlans(
  jobs: readonly Pick<PlacedJob, 'id' | 'dueAt'>[],
  before: QueuePlan,
  after: QueuePlan,
): { jobs: ChangedJob[]; summary: PlanSummary } {
  const places = [before, after].map(placesIn) as [Places, Places];
  const changed = after.order.map((jobId) => changeOf(jobId, places[0](jobId), places[1](jobId)));
  return {
    jobs: changed.sort((a, b) => weightOf(b) - weightOf(a) || a.after.place - b.after.place),
    summary: summaryOf(jobs, changed, [before, after]),
  };
}

type Places = (jobId: JobId) => PlaceInPlan;

function placesIn({ order, expected }: QueuePlan): Places {
  const placeOf = new Map(order.map((jobId, at) => [jobId, at + 1]));
  return (jobId) => ({
    place: placeOf.get(jobId) ?? order.length + 1,
    expected: expected.get(jobId) ?? null,
  });
}

function changeOf(jobId: JobId, before: PlaceInPlan, after: PlaceInPlan): ChangedJob {
  const laterBy =
    before.expected && after.expected && (after.expected.startAt - before.expected.startAt) / 1_000;
  const isChanged =
    before.place !== after.place ||
    before.expected?.machineId !== after.expected?.machineId ||
    isMove(laterBy);
  return { jobId, before, after, laterBy, isChanged };
}

const isMove = (laterBy: number | null): boolean => laterBy !== null && Math.abs(laterBy) >= LEAST_SECONDS;

/** Orders what is shown: changed jobs first. */
const weightOf = ({ isChanged, laterBy }: ChangedJob): number => (isChanged ? 1 + Math.abs(laterBy ?? 0) : 0);

function summaryOf(
  jobs: readonly Pick<PlacedJob, 'id' | 'dueAt'>[],
  changed: readonly ChangedJob[],
  [before, after]: readonly [QueuePlan, QueuePlan],
): PlanSummary {
  const moves = changed.flatMap(({ laterBy }) => (laterBy !== null && isMove(laterBy) ? [laterBy] : []));
  const sizes = moves.map(Math.abs).sort((a, b) => a - b);
  return {
    jobs: changed.length,
    sooner: moves.filter((move) => move < 0).length,
    later: moves.filter((move) => move > 0).length,
    medianSeconds: sizes[Math.floor((sizes.length - 1) / 2)] ?? 0,
    mostSoonerSeconds: Math.max(0, ...moves.map((move) => -move)),
    mostLaterSeconds: Math.max(0, ...moves),
    late: { before: lateIn(jobs, before), after: lateIn(jobs, after) },
    changes: { before: changesIn(before), after: changesIn(after) },
  };
}

const lateIn = (jobs: readonly Pick<PlacedJob, 'id' | 'dueAt'>[], { expected }: QueuePlan): number =>
  jobs.filter(({ id, dueAt }) => dueAt !== null && (expected.get(id)?.endAt ?? 0) > dueAt).length;

const changesIn = ({ expected }: QueuePlan): number =>
  [...expected.values()].filter(({ change }) => change).length;
