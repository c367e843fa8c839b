import type { Instant, JobId, MachineId } from '@pandafab/shared';
import { byId, type Queue } from './decide';
import { EventHeap } from './event-heap';
import { earliestStart, NEVER } from './machine-times';
import { ORDINARY_SPREAD, type PlanJob, type PlanMachine } from './plan-input';
import { PlanState } from './plan-state';
import { type Keep, step } from './step';

/** When a waiting job is expected to begin and to end, and on which machine. */
export interface Expectation {
  readonly jobId: JobId;
  readonly machineId: MachineId;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Nine starts of ten lie between these, if print times spread as they usually do. */
  readonly startFrom: Instant;
  readonly startUntil: Instant;
  /** Its spool has to be changed before. */
  readonly change: boolean;
}

/** 90 % of a normal distribution lie within so many standard deviations. */
const DEVIATIONS = 1.645;
/** Up to so many waiting jobs are put in order again at each step; a queue ten times as long at each tenth step. */
const ALWAYS_ORDERED = 50;

/**
 * The decision, made again and again at the moments at which machines will be free, until no job is left: the expected
 * starts of all waiting jobs. Jobs that no machine can take have none.
 * @param spread standard deviation of print times ÷ expected time
 */
export function forecast(now: Instant, queue: Queue, spread = ORDINARY_SPREAD): Map<JobId, Expectation> {
  return new Forecasting(now, queue, spread).run();
}

class Forecasting {
  private readonly machines: readonly PlanMachine[];
  private readonly state: PlanState;
  private readonly found = new Map<JobId, Expectation>();
  private readonly events = new EventHeap();
  /** 1: the spool of this machine is changed before its next job. */
  private readonly changed: Uint8Array;
  /** Free machines for which there was nothing, or which are kept for a later job. They are asked again as time passes. */
  private readonly idle = new Set<number>();
  /** When each machine was free, or will be. */
  private readonly freeAt: Float64Array;
  /** Standard deviation of the moment at which each machine is free. */
  private readonly deviation: Float64Array;
  private orderedAt: Instant;
  private steps = 0;

  constructor(
    private readonly now: Instant,
    { jobs, machines, stock, used, weights }: Queue,
    private readonly spread: number,
  ) {
    this.machines = [...machines].sort(byId);
    this.state = new PlanState(now, jobs, this.machines, stock, used, weights);
    this.changed = new Uint8Array(this.machines.length);
    this.freeAt = Float64Array.from(this.machines, ({ freeAt }) => freeAt);
    this.deviation = Float64Array.from(this.machines, ({ freeSpread }) => freeSpread);
    this.orderedAt = now;
    for (const [at, { freeAt }] of this.machines.entries())
      if (freeAt !== NEVER) this.events.push(Math.max(now, freeAt), at);
  }

  run(): Map<JobId, Expectation> {
    // A plan ends: each event starts a job or keeps its machine for one. The limit is for mistakes in that.
    let limit = 10 * (this.state.jobs.length + this.machines.length);
    for (
      let event = this.events.pop();
      event && this.state.waiting > 0 && limit-- > 0;
      event = this.events.pop()
    )
      this.decideAt(event.at, event.machines);
    return this.found;
  }

  private decideAt(at: Instant, machines: readonly number[]): void {
    // A machine that was kept for a job may have got another one meanwhile.
    const due = machines.filter((machine) => (this.state.freeAt[machine] as number) <= at);
    if (due.length === 0) return;
    for (const machine of due) this.idle.add(machine);
    const free = this.reorder(at) ? [...this.idle].sort((a, b) => a - b) : due;
    const { starts, keeps } = step(this.state, at, free);
    for (const machine of free) this.state.freeAt[machine] = NEVER;
    for (const { job, machine } of starts) this.begin(at, job, machine);
    for (const keep of keeps) this.keep(keep);
  }

  private keep(keep: Keep): void {
    const { job, machine, until, change } = keep;
    this.state.freeAt[machine] = until;
    if (change) {
      this.state.change(machine, job);
      this.changed[machine] = 1;
      this.idle.delete(machine);
    }
    this.events.push(until, machine);
  }

  private begin(at: Instant, job: number, machine: number): void {
    const { id: jobId } = this.state.jobs[job] as PlanJob;
    const { id: machineId } = this.machines[machine] as PlanMachine;
    const length = this.state.lengthOn(job, machine);
    const endAt = at + length;
    this.found.set(jobId, {
      ...{ jobId, machineId, startAt: at, endAt, ...this.interval(at, job, machine, length) },
      change: this.changed[machine] === 1,
    });
    this.changed[machine] = 0;
    this.idle.delete(machine);
    const free = this.state.freeAfter(machine, endAt);
    this.state.freeAt[machine] = free;
    this.freeAt[machine] = free;
    const waited = this.waitOf(machine, endAt, free);
    this.deviation[machine] = Math.hypot(this.deviation[machine] as number, this.spread * length, waited);
    if (free !== NEVER) this.events.push(free, machine);
  }

  /** How long people take to clear a bed varies as much as it lasts; hours of closing do not vary. */
  private waitOf(machine: number, endAt: Instant, free: Instant): number {
    const { clearing } = this.machines[machine] as PlanMachine;
    return free === NEVER ? 0 : clearing(endAt);
  }

  private interval(at: Instant, job: number, machine: number, length: number) {
    const times = this.state.timesFor(job, machine);
    const free = Math.max(this.now, this.freeAt[machine] as number);
    const reach = DEVIATIONS * (this.deviation[machine] as number);
    const after = earliestStart(times, free + reach, length);
    const startFrom = Math.max(this.now, Math.min(at, earliestStart(times, free - reach, length)));
    return { startFrom, startUntil: Math.max(at, after === NEVER ? at + reach : after) };
  }

  /** Scores change as time passes: due dates come near, use is forgotten. True: it was time for it. */
  private reorder(at: Instant): boolean {
    this.steps += 1;
    if (this.steps * ALWAYS_ORDERED < this.state.waiting) return false;
    this.steps = 0;
    if (at !== this.orderedAt) this.state.order(at);
    this.orderedAt = at;
    return true;
  }
}
