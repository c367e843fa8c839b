import type { Instant } from '@pandafab/shared';
import { earliestStart, NEVER, personAt } from './machine-times';
import { type PlanJob, type PlanMachine, SPOOL_CHANGE_MS } from './plan-input';
import type { PlanState } from './plan-state';

const HOUR_MS = 3_600_000;
/** A job waits for a quicker machine only if it wins more than this: expected times are not that exact. */
const WORTH_WAITING_MS = 15 * 60_000;

/** A shorter time of standing idle is not worth another order. */
const WORTH_FILLING_MS = 30 * 60_000;
/** A job is passed by others within so much of its score, so that none waits for ever. */
const MOST_FILLING_MS = 24 * HOUR_MS;
/** So many jobs after it are looked at. */
const MOST_FILLING_JOBS = 100;

/** A free machine is kept for a job that begins later. */
export interface Keep {
  readonly job: number;
  readonly machine: number;
  /** When the job begins. */
  readonly until: Instant;
  /** Its spool has to be changed for the job. */
  readonly change: boolean;
}

/** What free machines do at one moment; jobs and machines by their index. */
export interface Step {
  readonly starts: readonly { readonly job: number; readonly machine: number }[];
  readonly keeps: readonly Keep[];
  /** Changes of spool for which it is time; the machine may have begun another job all the same. */
  readonly changes: readonly { readonly job: number; readonly machine: number }[];
}

interface Wanted {
  readonly job: number;
  /** Its score with what a change costs: jobs that need none come before. */
  readonly behind: number;
  /** The same, where all waiting jobs with its setup share the cost: of several changes the one that serves most. */
  readonly shared: number;
}

/** A free machine that has no job yet. */
interface Open {
  readonly machine: number;
  /** A run that begins now must have ended by then. */
  limit: Instant;
  keep: Keep | null;
  /** The job for which the spool would best be changed. */
  wanted: Wanted | null;
}

/**
 * Decides for the free machines of a lab, job by job in the order of the queue:
 *
 * - A job begins on the machine that finishes it first; among equals on the least special one, then on the one that has
 *   worked least. It waits for a busy machine only if that one finishes it clearly sooner.
 * - A job that may begin only later (the lab closes, a booking) keeps its machine until then. Shorter jobs that end
 *   before begin meanwhile: they delay it by nothing (backfilling).
 * - A job that needs another spool stands some hours behind those that need none. Of several changes the one that serves
 *   most jobs is made. A machine that has the spool and is free soon is better than a change.
 *
 * @param isAttended true: a person is beside this machine, so it begins no other job once it is time for a change of its
 * spool. False: it works on, since it is not known whether and when a person comes.
 */
export function step(
  state: PlanState,
  now: Instant,
  free: readonly number[],
  isAttended: (machine: number) => boolean = () => true,
): Step {
  return new Stepping(state, now, free, isAttended).run();
}

class Stepping {
  private readonly starts: { job: number; machine: number }[] = [];
  private readonly changes: { job: number; machine: number }[] = [];
  private opens: Open[];
  private readonly all: readonly Open[];
  /** When busy machines are free, after the jobs that wait for them. */
  private readonly busyUntil: Float64Array;
  /** Setups for which a change was thought of. */
  private readonly seen: Uint8Array;

  constructor(
    private readonly state: PlanState,
    private readonly now: Instant,
    free: readonly number[],
    private readonly isAttended: (machine: number) => boolean,
  ) {
    this.all = free.map((machine) => ({ machine, limit: NEVER, keep: null, wanted: null }));
    this.opens = [...this.all];
    this.busyUntil = Float64Array.from(state.freeAt);
    for (const machine of free) this.busyUntil[machine] = NEVER;
    this.seen = new Uint8Array(state.setups);
  }

  run(): Step {
    for (const open of [...this.opens])
      for (const job of this.state.nextOn(open.machine))
        if (this.opens.includes(open)) this.place(job, [open]);
    for (
      let job = this.state.first();
      job !== undefined && this.opens.length > 0;
      job = this.state.after(job)
    )
      this.place(job, this.opens);
    for (const open of this.opens) if (open.wanted && !open.keep) this.keepForChange(open, open.wanted.job);
    return { starts: this.starts, keeps: this.all.flatMap(({ keep }) => keep ?? []), changes: this.changes };
  }

  private place(job: number, opens: readonly Open[]): void {
    let best: Open | undefined;
    let bestCost = NEVER;
    let later: Open | undefined;
    let laterStart = NEVER;
    let toChange: Open | undefined;
    for (const open of opens) {
      const fit = this.state.fit(job, open.machine);
      if (fit === 'never') continue;
      if (fit === 'change') {
        if (!open.keep && (!toChange || this.extra(open.machine) < this.extra(toChange.machine)))
          toChange = open;
        continue;
      }
      const length = this.state.lengthOn(job, open.machine);
      const start = earliestStart(this.state.timesFor(job, open.machine), this.now, length);
      if (start > this.now) {
        if (!open.keep && start < laterStart) [later, laterStart] = [open, start];
        continue;
      }
      const cost = length + this.extra(open.machine);
      if (this.now + length <= open.limit && cost < bestCost) [best, bestCost] = [open, cost];
    }
    if (best) this.startOn(best, job, opens);
    else if (later) this.keepForLater(later, laterStart, job);
    else if (toChange) this.wantChange(toChange, job);
  }

  private machine = ({ machine }: Open): PlanMachine => this.state.machines[machine] as PlanMachine;

  /** What special and much used machines cost more, in milliseconds. */
  private extra(machine: number): number {
    const { special, wear } = this.state.machines[machine] as PlanMachine;
    const { specialHours, wearHours } = this.state.weights;
    return (special * specialHours + wear * wearHours) * HOUR_MS;
  }

  private startOn(open: Open, job: number, opens: readonly Open[]): void {
    const { wanted, keep, machine } = open;
    if (wanted && !keep && wanted.behind < (this.state.sums[job] as number)) {
      if (this.isAttended(machine)) {
        this.keepForChange(open, wanted.job);
        this.place(job, opens);
        return;
      }
      this.changes.push({ job: wanted.job, machine });
      open.wanted = null;
    }
    const end = this.now + this.state.lengthOn(job, machine);
    if (
      this.now + this.state.shortestLength(job) + WORTH_WAITING_MS < end &&
      this.waits(job, end - WORTH_WAITING_MS)
    )
      return;
    const fuller = this.fullerThan(job, open);
    this.begin(fuller ?? job, open);
    if (fuller !== undefined) this.place(job, this.opens);
  }

  private begin(job: number, open: Open): void {
    const { machine } = open;
    this.opens = this.opens.filter((other) => other !== open);
    open.keep = null;
    this.starts.push({ job, machine });
    this.state.take(job);
    const end = this.now + this.state.lengthOn(job, machine);
    this.busyUntil[machine] = this.state.freeAfter(machine, end);
  }

  /**
   * A job that would end while the lab is closed lets its machine stand idle until a person clears the bed. The job that
   * begins instead of it is one a little later in the order, if the machine stands idle so much less: long prints fill
   * the nights, short ones the days. Undefined: there is none.
   */
  private fullerThan(job: number, open: Open): number | undefined {
    const weight = this.state.weights.idleShare / 1_000;
    const own = this.idleAfter(job, open.machine);
    if (own < WORTH_FILLING_MS || weight === 0 || this.isPinned(job)) return undefined;
    const { sums } = this.state;
    const last = (sums[job] as number) + Math.min(own, MOST_FILLING_MS) * weight;
    let least = (sums[job] as number) + own * weight;
    let found: number | undefined;
    let tries = 0;
    for (
      let other = this.state.after(job);
      other !== undefined && (sums[other] as number) < last && tries < MOST_FILLING_JOBS;
      other = this.state.after(other), tries++
    ) {
      if (!this.canBegin(other, open)) continue;
      const sum = (sums[other] as number) + this.idleAfter(other, open.machine) * weight;
      if (sum < least) [found, least] = [other, sum];
    }
    return found;
  }

  private isPinned = (job: number): boolean => (this.state.jobs[job] as PlanJob).nextOn !== null;

  private canBegin(job: number, { machine, limit }: Open): boolean {
    if (this.isPinned(job) || this.state.fit(job, machine) !== 'fits') return false;
    const length = this.state.lengthOn(job, machine);
    return (
      this.now + length <= limit &&
      earliestStart(this.state.timesFor(job, machine), this.now, length) === this.now
    );
  }

  /** Milliseconds from the end of a job that begins now until a person is there. */
  private idleAfter(job: number, machine: number): number {
    const end = this.now + this.state.lengthOn(job, machine);
    const there = personAt(this.state.timesFor(job, machine), end);
    return there === NEVER ? MOST_FILLING_MS : there - end;
  }

  private keepForLater(open: Open, start: Instant, job: number): void {
    if (this.waits(job, start + this.state.lengthOn(job, open.machine))) return;
    this.keep(open, job, start, false);
  }

  /** Jobs that end before may still begin; where none is that short, the machine is done with. */
  private keep(open: Open, job: number, until: Instant, change: boolean): void {
    open.keep = { job, machine: open.machine, until, change };
    open.limit = until;
    if (until - this.now < this.state.shortest) this.opens = this.opens.filter((other) => other !== open);
  }

  /**
   * The first job of a setup stands for all of them. Machines that have it loaded are enough while one of them finishes
   * that job before a change would pay. Where they have more to do than a change may cost, it pays only for a machine that
   * has less to do with its own spool.
   */
  private wantChange(open: Open, job: number): void {
    const setup = this.state.setup(job);
    if (this.seen[setup] === 1) return;
    this.seen[setup] = 1;
    const penalty = this.state.weights.changeHours * HOUR_MS;
    const times = this.state.timesFor(job, open.machine);
    const changed = personAt(times, this.now) + SPOOL_CHANGE_MS;
    const length = this.state.lengthOn(job, open.machine);
    const start = earliestStart(times, changed, length);
    if (
      start === NEVER ||
      this.isServed(job, { end: start + length + penalty, penalty, machine: open.machine })
    )
      return;
    const sum = this.state.sums[job] as number;
    const shared = sum + penalty / 1_000 / this.state.waitingFor(job);
    if (!open.wanted || shared < open.wanted.shared)
      open.wanted = { job, behind: sum + penalty / 1_000, shared };
  }

  private isServed(
    job: number,
    { end, penalty, machine }: { end: Instant; penalty: number; machine: number },
  ): boolean {
    const loaded = this.state.loadedFor(job);
    if (loaded.length === 0) return false;
    const backlog = this.state.demandFor(job) / loaded.length;
    if (backlog > penalty + this.state.backlogOf(machine)) return false;
    return backlog > penalty || loaded.some((each) => this.endOn(job, each) <= end);
  }

  private keepForChange(open: Open, job: number): void {
    const { times } = this.machine(open);
    const changed = personAt(times, this.now) + SPOOL_CHANGE_MS;
    if (changed === NEVER) return;
    open.wanted = null;
    this.changes.push({ job, machine: open.machine });
    this.keep(open, job, changed, true);
  }

  /**
   * True if a busy machine finishes the job before `end`, without a change of spool: the job waits for the soonest one,
   * which is busy so much longer for the jobs after it.
   */
  private waits(job: number, end: Instant): boolean {
    let best = -1;
    let soonest = end;
    for (let machine = 0; machine < this.busyUntil.length; machine++) {
      if ((this.busyUntil[machine] as number) >= soonest || this.state.fit(job, machine) !== 'fits') continue;
      const finished = this.endOn(job, machine);
      if (finished < soonest) [best, soonest] = [machine, finished];
    }
    if (best < 0) return false;
    this.busyUntil[best] = soonest;
    return true;
  }

  /** When a busy machine would finish the job. */
  private endOn(job: number, machine: number): Instant {
    const length = this.state.lengthOn(job, machine);
    const times = this.state.timesFor(job, machine);
    return earliestStart(times, this.busyUntil[machine] as number, length) + length;
  }
}
