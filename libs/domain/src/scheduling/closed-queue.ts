import type { Instant, JobId, SpoolId } from '@pandafab/shared';
import { decide, type Queue } from './decide';
import { personAt } from './machine-times';
import { type PlanJob, type PlanMachine, SPOOL_CHANGE_MS } from './plan-input';
import { decayed } from './score';

/** A queue at one moment, to which nothing is added. */
export interface ClosedQueue {
  readonly now: Instant;
  readonly queue: Queue;
  /** The spool that has what is to be loaded. */
  readonly spoolOf: (setup: string) => SpoolId;
  /** How long something lasts that should last so many milliseconds; by itself exactly as long. */
  readonly lasts?: (milliseconds: number) => number;
}

/**
 * Runs a closed queue until it is empty, with a decision whenever a machine is free. People come at the usual times, and
 * change spools when they are asked to.
 * @returns when each job began
 */
export const playClosed = (closed: ClosedQueue): Map<JobId, Instant> => new ClosedPlay(closed).run();

class ClosedPlay {
  private readonly began = new Map<JobId, Instant>();
  private readonly used: { payer: string; seconds: number; at: Instant }[] = [];
  private jobs: readonly PlanJob[];
  private readonly machines: Map<string, PlanMachine>;
  private readonly lasts: (milliseconds: number) => number;

  constructor(private readonly closed: ClosedQueue) {
    const { now, queue, lasts } = closed;
    this.lasts = lasts ?? ((milliseconds) => milliseconds);
    this.jobs = queue.jobs;
    const freeAt = ({ freeAt: at }: PlanMachine) => (at > now ? now + this.lasts(at - now) : now);
    this.machines = new Map(
      queue.machines.map((machine) => [machine.id, { ...machine, freeAt: freeAt(machine) }]),
    );
  }

  run(): Map<JobId, Instant> {
    let { now } = this.closed;
    while (this.jobs.length > 0 && Number.isFinite(now)) now = this.decideAt(now);
    return this.began;
  }

  /** The next moment at which there is something to decide. */
  private decideAt(now: Instant): Instant {
    const { queue } = this.closed;
    const machines = [...this.machines.values()].map(
      (machine): PlanMachine => ({
        ...{ ...machine, isAttended: true, bedClear: machine.freeAt <= now },
        freeAt: Math.max(now, machine.freeAt),
      }),
    );
    const decision = decide(now, { ...queue, jobs: this.jobs, machines, used: this.usedAt(now) });
    const begun = new Set<string>(decision.starts.map(({ machineId }) => machineId));
    for (const { jobId, machineId } of decision.starts) this.begin(now, jobId, machineId);
    for (const { machineId, load } of decision.changes)
      if (!begun.has(machineId)) this.change(now, machineId, load);
    this.jobs = this.jobs.filter(({ id }) => !this.began.has(id));
    const free = [...this.machines.values()].map(({ freeAt }) => freeAt);
    const moments = [...free, ...decision.kept.map(({ until }) => until)];
    return Math.min(...moments.filter((at) => at > now));
  }

  private begin(now: Instant, jobId: JobId, machineId: string): void {
    const { payer, seconds } = this.jobs.find(({ id }) => id === jobId) as PlanJob;
    const machine = this.machines.get(machineId) as PlanMachine;
    const there = personAt(machine.times, now + this.lasts(seconds * 1_000));
    this.machines.set(machineId, { ...machine, freeAt: there + machine.clearing(there) });
    this.began.set(jobId, now);
    this.used.push({ payer, seconds, at: now });
  }

  private change(now: Instant, machineId: string, load: string): void {
    const machine = this.machines.get(machineId) as PlanMachine;
    const freeAt = personAt(machine.times, now) + SPOOL_CHANGE_MS;
    this.machines.set(machineId, { ...machine, freeAt, spools: [this.closed.spoolOf(load)] });
  }

  private usedAt(now: Instant): Map<string, number> {
    const { used, weights } = this.closed.queue;
    const rest = (seconds: number, since: Instant) => decayed(seconds, now - since, weights.halfLifeDays);
    const totals = new Map([...used].map(([payer, seconds]) => [payer, rest(seconds, this.closed.now)]));
    for (const { payer, seconds, at } of this.used)
      totals.set(payer, (totals.get(payer) ?? 0) + rest(seconds, at));
    return totals;
  }
}
