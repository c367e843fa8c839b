import type { Instant, JobId } from '@pandafab/shared';
import { numbered } from './numbered';
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
function duePart(now: Instant, { dueAt, dueIsFirm, seconds }: PlacedJob, weights: QueueWeights): number {
  if (dueAt === null) return 0;
  const slackSeconds = (dueAt - now) / 1_000 - seconds;
  const most = weights.dueHours * HOUR_S * (dueIsFirm ? 1 : OF_A_WISH);
  if (slackSeconds < 0) return -most / 2;
  return -most * Math.max(0, 1 - slackSeconds / (weights.dueWithinHours * HOUR_S));
}

/** Linear in time, so that the ages of all jobs grow together and their order stays. */
const agePart = (now: Instant, { submittedAt }: PlacedJob, { ageing }: QueueWeights): number =>
  (ageing * (submittedAt - now)) / 1_000;

function priorityPart({ priority }: PlacedJob, { priorityHours }: QueueWeights): number {
  const steps = Math.max(-MOST_PRIORITY, Math.min(MOST_PRIORITY, priority));
  return (0 - steps) * priorityHours * HOUR_S;
}

/**
 * The jobs of a queue, which can be put in order again and again as time passes. Sorting what is nearly sorted costs
 * little, so the orders of before are kept.
 */
export class Ordering<Job extends PlacedJob> {
  /** By rank: the index of a job decides between equals. */
  readonly jobs: readonly Job[];
  /** In seconds, by index, but for what passes equally for all: their ages grow together. */
  readonly sums: Float64Array;
  private readonly own: Float64Array;
  /** What does not change with time. */
  private readonly fixed: Float64Array;
  /** Waiting jobs with a due date: without one, a job's own score does not change. */
  private withDue: number[];
  private readonly seconds: Float64Array;
  private readonly payerOf: Int32Array;
  /** Decayed seconds on machines at `orderedAt`, by payer. */
  private readonly used: Float64Array;
  private readonly ahead: Float64Array;
  private orderedAt: Instant;
  /** Waiting jobs by their own scores, and by their sums. */
  private byOwn: number[];
  private isSorted = false;
  private bySum: number[];

  /** @param used decayed seconds on machines by payer, at `now` */
  constructor(
    now: Instant,
    jobs: readonly Job[],
    used: ReadonlyMap<string, number>,
    private readonly weights: QueueWeights,
  ) {
    const count = jobs.length;
    this.jobs = jobs.every((job, at) => at === 0 || (jobs[at - 1] as Job).rank < job.rank)
      ? jobs
      : [...jobs].sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
    this.sums = new Float64Array(count);
    this.own = new Float64Array(count);
    this.fixed = new Float64Array(count);
    this.seconds = new Float64Array(count);
    const payers = numbered(this.jobs, ({ payer }) => payer);
    this.payerOf = payers.of;
    this.withDue = [];
    for (let at = 0; at < count; at++) {
      const job = this.jobs[at] as Job;
      this.fixed[at] = agePart(0, job, weights) + priorityPart(job, weights) + job.movedSeconds;
      this.seconds[at] = job.seconds;
      if (job.dueAt !== null) this.withDue.push(at);
    }
    this.used = Float64Array.from(payers.numberOf.keys(), (payer) => used.get(payer) ?? 0);
    this.ahead = new Float64Array(this.used.length);
    this.byOwn = [...this.jobs.keys()];
    this.bySum = [...this.byOwn];
    this.own.set(this.fixed);
    this.orderedAt = now;
  }

  /** A job has begun: its seconds count for its payer from now on. */
  begin(job: number): void {
    const payer = this.payerOf[job] as number;
    this.used[payer] = (this.used[payer] as number) + (this.seconds[job] as number);
  }

  /**
   * The indices of waiting jobs in their order at `now`, and their sums in `sums`.
   * @param isWaiting jobs for which it is false are forgotten
   */
  sort(now: Instant, isWaiting: (job: number) => boolean = () => true): readonly number[] {
    const { own, sums, used } = this;
    const factor = decayed(1, now - this.orderedAt, this.weights.halfLifeDays);
    for (let payer = 0; payer < used.length; payer++) used[payer] = (used[payer] as number) * factor;
    this.orderedAt = now;
    this.byOwn = this.byOwn.filter(isWaiting);
    this.bySum = this.bySum.filter(isWaiting);
    this.withDue = this.withDue.filter(isWaiting);
    for (const job of this.withDue)
      own[job] = (this.fixed[job] as number) + duePart(now, this.jobs[job] as Job, this.weights);
    if (this.withDue.length > 0 || !this.isSorted)
      this.byOwn.sort((a, b) => (own[a] as number) - (own[b] as number) || a - b);
    this.isSorted = true;
    this.addFairness();
    return this.bySum.sort((a, b) => (sums[a] as number) - (sums[b] as number) || a - b);
  }

  private addFairness(): void {
    this.ahead.set(this.used);
    for (const job of this.byOwn) {
      const payer = this.payerOf[job] as number;
      const ahead = this.ahead[payer] as number;
      this.sums[job] = (this.own[job] as number) + this.weights.fairShare * ahead;
      this.ahead[payer] = ahead + (this.seconds[job] as number);
    }
  }

  /** The parts of a job's score at the moment of the last `sort`. */
  scoreOf(index: number): Score {
    const job = this.jobs[index] as Job;
    const parts = {
      fair: (this.sums[index] as number) - (this.own[index] as number),
      age: agePart(this.orderedAt, job, this.weights),
      priority: priorityPart(job, this.weights),
      due: duePart(this.orderedAt, job, this.weights),
      moved: job.movedSeconds,
    };
    return { ...parts, sum: Object.values(parts).reduce((sum, part) => sum + part, 0) };
  }
}

export interface Scored<Job extends PlacedJob = PlacedJob> {
  readonly job: Job;
  readonly score: Score;
}

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
  const ordering = new Ordering(now, jobs, used, weights);
  return ordering.sort(now).map((at) => ({ job: ordering.jobs[at] as Job, score: ordering.scoreOf(at) }));
}
