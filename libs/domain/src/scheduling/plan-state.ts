import type { Instant } from '@pandafab/shared';
import type { Stock } from '../reasons';
import { type Fit, fitOf } from './fit';
import { NEVER, personAt } from './machine-times';
import type { PlanJob, PlanMachine } from './plan-input';
import type { Scored } from './score';
import type { QueueWeights } from './weights';

const CODE: Readonly<Record<Fit, number>> = { never: 1, change: 2, fits: 3 };
const FITS: readonly Fit[] = ['never', 'never', 'change', 'fits'];
/** The spool that is loaded now, whatever it is. */
const AS_LOADED = -1;

/** Each different text gets a number. */
function numbered(texts: readonly string[]): { of: Int32Array; count: number } {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(texts, (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { of, count: numbers.size };
}

/**
 * The waiting jobs of a lab in their order, and its machines, while a plan is made. Jobs and machines are known by their
 * index. What a job needs of a machine is asked once for each kind of job and kept: queues are long, kinds are few.
 */
export class PlanState<Job extends PlanJob = PlanJob> {
  readonly jobs: readonly Job[];
  /** When each machine is free, in milliseconds. */
  readonly freeAt: Float64Array;
  /** Scores in milliseconds; the lowest is first. */
  readonly scores: Float64Array;
  /** The waiting jobs as a linked list. The index after the last job stands for its beginning and its end. */
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  /** Waiting jobs. */
  private left: number;
  private readonly isWaiting: Uint8Array;
  private readonly kindOf: Int32Array;
  private readonly setupOf: Int32Array;
  private readonly fits: Uint8Array;
  private readonly paces: Float64Array;
  private readonly quickest: Float64Array;
  /** Milliseconds of waiting jobs, by setup. */
  private readonly demand: Float64Array;
  private readonly loaded: Int32Array;
  private readonly pinned: readonly (readonly number[])[];

  constructor(
    scored: readonly Scored<Job>[],
    readonly machines: readonly PlanMachine[],
    private readonly stock: Stock,
    readonly weights: QueueWeights,
  ) {
    const jobs = scored.map(({ job }) => job);
    this.jobs = jobs;
    this.scores = Float64Array.from(scored, ({ score }) => score.sum * 1_000);
    this.freeAt = Float64Array.from(machines, ({ freeAt }) => freeAt);
    this.loaded = new Int32Array(machines.length).fill(AS_LOADED);
    const end = jobs.length;
    this.next = Int32Array.from({ length: end + 1 }, (_, at) => (at === end ? 0 : at + 1));
    this.before = Int32Array.from({ length: end + 1 }, (_, at) => (at === 0 ? end : at - 1));
    this.isWaiting = new Uint8Array(end).fill(1);
    this.left = end;
    const kinds = numbered(jobs.map(({ alike }) => alike));
    const setups = numbered(jobs.map(({ setup }) => setup));
    this.kindOf = kinds.of;
    this.setupOf = setups.of;
    this.fits = new Uint8Array(kinds.count * machines.length);
    this.paces = new Float64Array(setups.count * machines.length);
    this.quickest = new Float64Array(setups.count).fill(Number.POSITIVE_INFINITY);
    this.demand = new Float64Array(setups.count);
    for (const [at, job] of jobs.entries()) this.count(at, job);
    this.pinned = machines.map(({ id }) => jobs.flatMap(({ nextOn }, at) => (nextOn === id ? [at] : [])));
  }

  private count(at: number, { setup, seconds }: Job): void {
    const number = this.setupOf[at] as number;
    this.demand[number] = (this.demand[number] as number) + seconds * 1_000;
    if (Number.isFinite(this.quickest[number])) return;
    for (const [machine, { pace }] of this.machines.entries()) {
      const factor = pace(setup);
      this.paces[number * this.machines.length + machine] = factor;
      this.quickest[number] = Math.min(this.quickest[number] as number, factor);
    }
  }

  /** The first waiting job; undefined without one. */
  first(): number | undefined {
    return this.after(this.jobs.length);
  }

  /** The next waiting job, also after one that has just been taken. */
  after(job: number): number | undefined {
    const next = this.next[job] as number;
    return next === this.jobs.length ? undefined : next;
  }

  /** The job waits no more. */
  take(job: number): void {
    const [before, next] = [this.before[job] as number, this.next[job] as number];
    this.next[before] = next;
    this.before[next] = before;
    this.isWaiting[job] = 0;
    this.left -= 1;
    const setup = this.setupOf[job] as number;
    this.demand[setup] = (this.demand[setup] as number) - this.lengthOf(job);
  }

  /** The number of waiting jobs. */
  get waiting(): number {
    return this.left;
  }

  isWaitingStill(job: number): boolean {
    return this.isWaiting[job] === 1;
  }

  /** Puts the waiting jobs in another order: as time passes, their scores change. */
  reorder(order: readonly { readonly job: number; readonly sum: number }[]): void {
    let last = this.jobs.length;
    for (const { job, sum } of order) {
      this.scores[job] = sum * 1_000;
      this.next[last] = job;
      this.before[job] = last;
      last = job;
    }
    this.next[last] = this.jobs.length;
    this.before[this.jobs.length] = last;
  }

  /** Waiting jobs that staff put next on this machine, in the order of the queue. */
  nextOn(machine: number): number[] {
    return (this.pinned[machine] as readonly number[]).filter((job) => this.isWaiting[job] === 1);
  }

  fit(job: number, machine: number): Fit {
    const fit = this.fitAsLoaded(job, machine);
    const loaded = this.loaded[machine] as number;
    if (loaded === AS_LOADED || fit === 'never' || (this.jobs[job] as Job).setup === '') return fit;
    return loaded === this.setupOf[job] ? 'fits' : 'change';
  }

  private fitAsLoaded(job: number, machine: number): Fit {
    const at = (this.kindOf[job] as number) * this.machines.length + machine;
    const known = this.fits[at] as number;
    if (known !== 0) return FITS[known] as Fit;
    const fit = fitOf(this.jobs[job] as Job, this.machines[machine] as PlanMachine, this.stock);
    this.fits[at] = CODE[fit];
    return fit;
  }

  /** A person loads what this job needs. */
  change(machine: number, job: number): void {
    this.loaded[machine] = this.setupOf[job] as number;
  }

  private lengthOf = (job: number): number => (this.jobs[job] as Job).seconds * 1_000;

  /** Expected milliseconds of a job on a machine. */
  lengthOn(job: number, machine: number): number {
    const pace = this.paces[(this.setupOf[job] as number) * this.machines.length + machine] as number;
    return this.lengthOf(job) * pace;
  }

  /** Its expected milliseconds on the quickest machine of all. */
  shortestLength(job: number): number {
    return this.lengthOf(job) * (this.quickest[this.setupOf[job] as number] as number);
  }

  /** The part that this job has of all waiting work with its setup: who shares a change of spool pays less for it. */
  shareOfSetup(job: number): number {
    const all = this.demand[this.setupOf[job] as number] as number;
    return all > 0 ? Math.min(1, this.lengthOf(job) / all) : 1;
  }

  /** When a machine is free again after a run: a person has to clear its bed. NEVER if no person comes. */
  freeAfter(machine: number, end: Instant): Instant {
    const { times, clearing } = this.machines[machine] as PlanMachine;
    const there = personAt(times, end);
    return there === NEVER ? NEVER : there + clearing(there);
  }
}
