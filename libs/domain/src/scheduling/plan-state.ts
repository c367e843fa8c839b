import type { Instant, MachineId } from '@pandafab/shared';
import type { Stock } from '../reasons';
import { type Fit, fitOf } from './fit';
import { type MachineTimes, NEVER, personAt } from './machine-times';
import { numbered } from './numbered';
import type { PlanJob, PlanMachine } from './plan-input';
import { Ordering } from './score';
import type { QueueWeights } from './weights';

const CODE: Readonly<Record<Fit, number>> = { never: 1, change: 2, fits: 3 };
const FITS: readonly Fit[] = ['never', 'never', 'change', 'fits'];
/** The spool that is loaded now, whatever it is. */
const AS_LOADED = -1;
const NONE = -1;

/**
 * The waiting jobs of a lab in their order, and its machines, while a plan is made. Jobs and machines are known by their
 * index. What a job needs of a machine is asked once for each kind of job and kept: queues are long, kinds are few.
 */
export class PlanState<Job extends PlanJob = PlanJob> {
  readonly jobs: readonly Job[];
  /** When each machine is free, in milliseconds. */
  readonly freeAt: Float64Array;
  /** Scores in seconds; the lowest is first. */
  readonly sums: Float64Array;
  private readonly ordering: Ordering<Job>;
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
  /** The number of waiting jobs, by setup. */
  private readonly waitingOf: Int32Array;
  /** Machines that take the jobs of a setup without a change, by setup; found when it is first asked. */
  private readonly machinesWith: (number[] | undefined)[] = [];
  /** A job of each setup, which stands for the others. */
  private readonly firstOf: Int32Array;
  private readonly loaded: Int32Array;
  /** The setup of jobs that print with whatever is loaded. */
  private readonly anySetup: number;
  private readonly lengths: Float64Array;
  /** No job is shorter than this, in milliseconds. */
  readonly shortest: number;
  private readonly pinned = new Map<MachineId, readonly number[]>();

  /**
   * @param now the jobs stand in their order at this moment
   * @param used decayed seconds on machines by payer
   */
  constructor(
    now: Instant,
    jobs: readonly Job[],
    readonly machines: readonly PlanMachine[],
    private readonly stock: Stock,
    used: ReadonlyMap<string, number>,
    readonly weights: QueueWeights,
  ) {
    this.ordering = new Ordering(now, jobs, used, weights);
    this.jobs = this.ordering.jobs;
    this.sums = this.ordering.sums;
    this.freeAt = Float64Array.from(machines, ({ freeAt }) => freeAt);
    this.loaded = new Int32Array(machines.length).fill(AS_LOADED);
    this.next = new Int32Array(jobs.length + 1);
    this.before = new Int32Array(jobs.length + 1);
    this.isWaiting = new Uint8Array(jobs.length).fill(1);
    this.left = jobs.length;
    const kinds = numbered(this.jobs, ({ alike }) => alike);
    const setups = numbered(this.jobs, ({ setup }) => setup);
    this.kindOf = kinds.of;
    this.setupOf = setups.of;
    this.fits = new Uint8Array(kinds.count * machines.length);
    this.paces = new Float64Array(setups.count * machines.length);
    this.quickest = new Float64Array(setups.count).fill(Number.POSITIVE_INFINITY);
    this.demand = new Float64Array(setups.count);
    this.waitingOf = new Int32Array(setups.count);
    this.firstOf = new Int32Array(setups.count).fill(NONE);
    this.lengths = new Float64Array(jobs.length);
    this.anySetup = setups.numberOf.get('') ?? NONE;
    let shortest = NEVER;
    for (let at = 0; at < jobs.length; at++) {
      this.count(at);
      shortest = Math.min(shortest, this.shortestLength(at));
    }
    this.shortest = shortest;
    this.order(now);
  }

  private count(at: number): void {
    const { seconds, nextOn, setup } = this.jobs[at] as Job;
    const number = this.setupOf[at] as number;
    const length = seconds * 1_000;
    this.lengths[at] = length;
    this.demand[number] = (this.demand[number] as number) + length;
    this.waitingOf[number] = (this.waitingOf[number] as number) + 1;
    if (this.firstOf[number] === NONE) this.firstOf[number] = at;
    if (nextOn !== null) this.pinned.set(nextOn, [...(this.pinned.get(nextOn) ?? []), at]);
    if (this.quickest[number] === Number.POSITIVE_INFINITY) this.addPaces(number, setup);
  }

  private addPaces(number: number, setup: string): void {
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

  /** The job begins. */
  take(job: number): void {
    const [before, next] = [this.before[job] as number, this.next[job] as number];
    this.next[before] = next;
    this.before[next] = before;
    this.isWaiting[job] = 0;
    this.ordering.begin(job);
    this.left -= 1;
    const setup = this.setupOf[job] as number;
    this.demand[setup] = (this.demand[setup] as number) - this.lengthOf(job);
    this.waitingOf[setup] = (this.waitingOf[setup] as number) - 1;
  }

  /** The number of waiting jobs. */
  get waiting(): number {
    return this.left;
  }

  /** Puts the waiting jobs in their order at this moment: as time passes, their scores change. */
  order(now: Instant): void {
    let last = this.jobs.length;
    for (const job of this.ordering.sort(now, (job) => this.isWaiting[job] === 1)) {
      this.next[last] = job;
      this.before[job] = last;
      last = job;
    }
    this.next[last] = this.jobs.length;
    this.before[this.jobs.length] = last;
  }

  /** Waiting jobs that staff put next on this machine, in the order of the queue. */
  nextOn(machine: number): number[] {
    const pinned = this.pinned.get((this.machines[machine] as PlanMachine).id) ?? [];
    return pinned.filter((job) => this.isWaiting[job] === 1);
  }

  fit(job: number, machine: number): Fit {
    const fit = this.fitAsLoaded(job, machine);
    const loaded = this.loaded[machine] as number;
    const setup = this.setupOf[job] as number;
    if (loaded === AS_LOADED || fit === 'never' || setup === this.anySetup) return fit;
    return loaded === setup ? 'fits' : 'change';
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
    for (const machines of this.machinesWith) {
      const at = machines?.indexOf(machine) ?? -1;
      if (at >= 0) machines?.splice(at, 1);
    }
    this.loaded[machine] = this.setupOf[job] as number;
    this.machinesWith[this.setupOf[job] as number]?.push(machine);
  }

  /** The number of the setup of a job. */
  setup(job: number): number {
    return this.setupOf[job] as number;
  }

  get setups(): number {
    return this.demand.length;
  }

  /** Machines that have what this job needs loaded. */
  loadedFor(job: number): readonly number[] {
    return this.loadedWith(this.setup(job), job);
  }

  private loadedWith(setup: number, job: number): readonly number[] {
    const known = this.machinesWith[setup];
    if (known) return known;
    const found = [...this.machines.keys()].filter((machine) => this.fit(job, machine) === 'fits');
    this.machinesWith[setup] = found;
    return found;
  }

  /** Milliseconds of waiting jobs with the setup of this one. */
  demandFor(job: number): number {
    return this.demand[this.setup(job)] as number;
  }

  /** Milliseconds of waiting jobs for each machine that has the same loaded as this one; 0 if none needs it. */
  backlogOf(machine: number): number {
    let most = 0;
    for (let setup = 0; setup < this.setups; setup++) {
      const machines = this.loadedWith(setup, this.firstOf[setup] as number);
      if (machines.includes(machine)) most = Math.max(most, (this.demand[setup] as number) / machines.length);
    }
    return most;
  }

  /** The number of waiting jobs with the setup of this one. */
  waitingFor(job: number): number {
    return this.waitingOf[this.setup(job)] as number;
  }

  private lengthOf = (job: number): number => this.lengths[job] as number;

  /** Expected milliseconds of a job on a machine. */
  lengthOn(job: number, machine: number): number {
    const pace = this.paces[(this.setupOf[job] as number) * this.machines.length + machine] as number;
    return this.lengthOf(job) * pace;
  }

  /** Its expected milliseconds on the quickest machine of all. */
  shortestLength(job: number): number {
    return this.lengthOf(job) * (this.quickest[this.setupOf[job] as number] as number);
  }

  /** When a machine may work on a job. */
  timesFor(job: number, machine: number): MachineTimes {
    const { times, timesOf } = this.machines[machine] as PlanMachine;
    if (timesOf.size === 0) return times;
    const { memberId } = this.jobs[job] as Job;
    return (memberId && timesOf.get(memberId)) ?? times;
  }

  /** When a machine is free again after a run: a person has to clear its bed. NEVER if no person comes. */
  freeAfter(machine: number, end: Instant): Instant {
    const { times, clearing } = this.machines[machine] as PlanMachine;
    const there = personAt(times, end);
    return there === NEVER ? NEVER : there + clearing(there);
  }
}
