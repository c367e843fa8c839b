import type { Instant, JobId } from '@pandafab/shared';
import type { QueueWeights } from './weights';

/** What decides a job's place in its queue. */
export interface PlacedJob {
  readonly id: JobId;
  /** Its key in the order of submission. */
  readonly rank: string;
  readonly submittedAt: Instant;
  /** Who uses the machines by it: a member, a group or a client. Jobs of one payer share its fair share. */
  readonly payer: string;
  /** Steps above the ordinary 0; −1 is low. Bounded by `MOST_PRIORITY`. */
  readonly priority: number;
  /** When it has to be finished; null without a due date. */
  readonly dueAt: Instant | null;
  /** Staff confirmed the date. Without, it is a wish of the maker, which counts a quarter. */
  readonly dueIsFirm: boolean;
  /** Expected seconds on a machine. */
  readonly seconds: number;
  /** Seconds by which staff moved it up (below 0) or down. */
  readonly movedSeconds: number;
}

/** What moved a job to its place, in seconds; the lowest sum is first. */
export interface Score {
  /** What its payer used lately and has waiting before it. */
  readonly fair: number;
  /** Below 0: the longer it waits, the lower. */
  readonly age: number;
  readonly priority: number;
  readonly due: number;
  readonly moved: number;
  readonly sum: number;
}

export const MOST_PRIORITY = 2;
/** What a wish counts beside a firm date: anybody can wish. */
const OF_A_WISH = 0.25;
const HOUR_S = 3_600;
const DAY_MS = 86_400_000;

/** Machine time used at some moment counts half after each half-life, so that yesterday's use weighs more than last month's. */
export const decayed = (seconds: number, ageMs: number, halfLifeDays: number): number =>
  seconds * 0.5 ** (Math.max(0, ageMs) / (halfLifeDays * DAY_MS));

/**
 * Hours of place that a due date gives: none while there is time, all at the last moment at which the job can begin.
 * Half of them once it is too late: to save it would make others late.
 */
function dueBonus(now: Instant, { dueAt, dueIsFirm, seconds }: PlacedJob, weights: QueueWeights): number {
  if (dueAt === null) return 0;
  const slackSeconds = (dueAt - now) / 1_000 - seconds;
  const most = weights.dueHours * HOUR_S * (dueIsFirm ? 1 : OF_A_WISH);
  if (slackSeconds < 0) return most / 2;
  return most * Math.max(0, 1 - slackSeconds / (weights.dueWithinHours * HOUR_S));
}

/** All parts but fairness, which depends on the payer's other jobs. */
function ownScore(now: Instant, job: PlacedJob, weights: QueueWeights): Score {
  const steps = Math.max(-MOST_PRIORITY, Math.min(MOST_PRIORITY, job.priority));
  const age = (-weights.ageing * Math.max(0, now - job.submittedAt)) / 1_000;
  const priority = -steps * weights.priorityHours * HOUR_S;
  const due = -dueBonus(now, job, weights);
  const moved = job.movedSeconds;
  return { fair: 0, age, priority, due, moved, sum: age + priority + due + moved };
}

export interface Scored<Job extends PlacedJob = PlacedJob> {
  readonly job: Job;
  readonly score: Score;
}

const inOrder = (a: Scored, b: Scored): number =>
  a.score.sum - b.score.sum || (a.job.rank < b.job.rank ? -1 : a.job.rank > b.job.rank ? 1 : 0);

/**
 * The order of a queue. Each payer's jobs stand one behind the other: a job's share is what its payer used lately, and
 * all that it has waiting before this job (start-time fair queueing: Goyal, Vin and Cheng, 1996). So a hundred copies
 * stand spread among the jobs of others, and a person with few jobs passes.
 *
 * No job waits for ever: its age lowers its sum without bound, and the other parts of a job that comes later are bounded.
 * @param used decayed seconds on machines by payer, running prints included
 */
export function queueOrder<Job extends PlacedJob>(
  now: Instant,
  jobs: readonly Job[],
  used: ReadonlyMap<string, number>,
  weights: QueueWeights,
): Scored<Job>[] {
  const own = jobs.map((job): Scored<Job> => ({ job, score: ownScore(now, job, weights) }));
  own.sort(inOrder);
  const ahead = new Map<string, number>();
  const scored = own.map(({ job, score }): Scored<Job> => {
    const seconds = ahead.get(job.payer) ?? used.get(job.payer) ?? 0;
    ahead.set(job.payer, seconds + job.seconds);
    const fair = weights.fairShare * seconds;
    return { job, score: { ...score, fair, sum: score.sum + fair } };
  });
  return scored.sort(inOrder);
}
