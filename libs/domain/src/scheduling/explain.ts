import type { Instant, JobId, MachineId } from '@pandafab/shared';
import { reasonsNotReady } from '../reasons';
import type { Decision, Queue } from './decide';
import { fitOf } from './fit';
import type { Expectation } from './forecast';
import { earliestStart, NEVER } from './machine-times';
import type { PlanJob, PlanMachine } from './plan-input';
import { queueOrder, type Score, type Scored } from './score';

/** Why a machine begins with a job, or does not; in the order in which they are asked. */
export type MachineAnswer =
  /** The job begins here now. */
  | { readonly code: 'STARTS' }
  /** The machine cannot print it, as things are: see `reasonsAgainst`. */
  | { readonly code: 'CANNOT' }
  /** Another job begins here now. */
  | { readonly code: 'TAKEN'; readonly jobId: JobId }
  | { readonly code: 'EXPECTED'; readonly startAt: Instant; readonly change: boolean }
  /** It is not known when the machine works again. */
  | { readonly code: 'AWAY' }
  | { readonly code: 'KEPT'; readonly jobId: JobId; readonly until: Instant }
  /** A person would have to change its spool. */
  | { readonly code: 'CHANGE' }
  /** So many other jobs are expected here before. */
  | { readonly code: 'OTHERS_FIRST'; readonly jobs: number }
  /** It is free, but the job waits for a busy machine that finishes it sooner. */
  | { readonly code: 'WAITS_FOR_BUSY'; readonly machineId: MachineId }
  | { readonly code: 'SOONER_ELSEWHERE'; readonly machineId: MachineId }
  /** It can more than the job needs, and is left to other jobs. */
  | { readonly code: 'SPECIAL'; readonly machineId: MachineId }
  /** Another machine does it as well, and has worked less. */
  | { readonly code: 'WORKED_MORE'; readonly machineId: MachineId }
  /** The job has no hour. */
  | { readonly code: 'NOT_EXPECTED' };

export interface Explanation {
  /** 1 is the first. */
  readonly place: number;
  /** The number of waiting jobs. */
  readonly of: number;
  readonly score: Score;
  /** Decayed seconds on machines that the payer used. */
  readonly usedSeconds: number;
  /** Seconds that the payer has waiting before this job. */
  readonly beforeSeconds: number;
  readonly machines: ReadonlyMap<MachineId, MachineAnswer>;
}

/** When and where a job begins. */
export type Outlook = Pick<Expectation, 'machineId' | 'startAt' | 'endAt' | 'change'>;

/** What was decided and is expected, for the same queue at the same moment. */
export interface Decided {
  readonly decision: Decision;
  readonly expected: ReadonlyMap<JobId, Outlook>;
}

/**
 * Why waiting jobs stand where they stand, and what speaks for and against each machine. It reads a decision and a
 * forecast that were made already, and costs the decision nothing.
 */
export class Explainer {
  private readonly order: readonly Scored<PlanJob>[];
  private readonly placeOf: ReadonlyMap<JobId, number>;

  /** @param waiting all waiting jobs: those of the queue, and those that wait for a person */
  constructor(
    private readonly now: Instant,
    private readonly queue: Queue,
    waiting: readonly PlanJob[],
    private readonly decided: Decided,
  ) {
    this.order = queueOrder(now, waiting, queue.used, queue.weights);
    this.placeOf = new Map(this.order.map(({ job }, at) => [job.id, at]));
  }

  /** @returns undefined for a job that does not wait */
  of(jobId: JobId): Explanation | undefined {
    const at = this.placeOf.get(jobId);
    const found = at === undefined ? undefined : this.order[at];
    if (at === undefined || !found) return undefined;
    const { job, score } = found;
    const usedSeconds = this.queue.used.get(job.payer) ?? 0;
    const { fairShare } = this.queue.weights;
    return {
      ...{ place: at + 1, of: this.order.length, score, usedSeconds },
      beforeSeconds: fairShare > 0 ? Math.max(0, score.fair / fairShare - usedSeconds) : 0,
      machines: this.machinesFor(job),
    };
  }

  /** The waiting jobs before the one at this place, in their order. */
  ahead(place: number): readonly PlanJob[] {
    return this.order.slice(0, place - 1).map(({ job }) => job);
  }

  private machinesFor(job: PlanJob): Map<MachineId, MachineAnswer> {
    const { machines, stock } = this.queue;
    const answers = new Answers(this.now, machines, this.decided, job);
    return new Map(machines.map((machine) => [machine.id, answers.of(machine, fitOf(job, machine, stock))]));
  }
}

/** For each job that begins now: the explanation at this moment. */
export function explainStarts(
  now: Instant,
  queue: Queue,
  waiting: readonly PlanJob[],
  decision: Decision,
): Map<JobId, Explanation> {
  const jobOf = new Map(waiting.map((job) => [job.id, job]));
  const machineOf = new Map(queue.machines.map((machine) => [machine.id, machine]));
  const expected = new Map(
    decision.starts.map(({ jobId, machineId }) => {
      const { seconds = 0, setup = '' } = jobOf.get(jobId) ?? {};
      const pace = machineOf.get(machineId)?.pace(setup) ?? 1;
      return [jobId, { machineId, startAt: now, endAt: now + seconds * 1_000 * pace, change: false }];
    }),
  );
  const explainer = new Explainer(now, queue, waiting, { decision, expected });
  return new Map(
    decision.starts.flatMap(({ jobId }) => {
      const found = explainer.of(jobId);
      return found ? [[jobId, found] as const] : [];
    }),
  );
}

/** What made the machine of a job the best one. */
export type WhyHere =
  /** Staff put the job next on it, or allowed no other. */
  | 'PUT_NEXT'
  | 'ONLY_HERE'
  /** No other machine can print it, as things are. */
  | 'NO_OTHER_CAN'
  /** No other one can without a change of spool, or is there. */
  | 'NO_CHANGE'
  | 'SOONEST'
  | 'ORDINARY'
  | 'WORKED_LEAST';

/** @param chosen the machine on which it begins, or is expected to */
export function whyHere(
  job: Pick<PlanJob, 'onlyMachineId' | 'nextOn'>,
  chosen: MachineId,
  machines: ReadonlyMap<MachineId, MachineAnswer>,
): WhyHere {
  if (job.nextOn === chosen) return 'PUT_NEXT';
  if (job.onlyMachineId === chosen) return 'ONLY_HERE';
  const others = new Set([...machines].flatMap(([id, { code }]) => (id === chosen ? [] : [code])));
  if ([...others].every((code) => code === 'CANNOT')) return 'NO_OTHER_CAN';
  if ([...others].every((code) => ['CANNOT', 'CHANGE', 'AWAY'].includes(code))) return 'NO_CHANGE';
  if (others.has('SPECIAL')) return 'ORDINARY';
  if (others.has('WORKED_MORE')) return 'WORKED_LEAST';
  return 'SOONEST';
}

class Answers {
  private readonly own: Outlook | undefined;

  constructor(
    private readonly now: Instant,
    private readonly machines: readonly PlanMachine[],
    private readonly decided: Decided,
    private readonly job: PlanJob,
  ) {
    this.own = decided.expected.get(job.id);
  }

  of(machine: PlanMachine, fit: ReturnType<typeof fitOf>): MachineAnswer {
    const begun = this.decided.decision.starts.find(({ machineId }) => machineId === machine.id);
    if (begun?.jobId === this.job.id) return { code: 'STARTS' };
    if (fit === 'never') return { code: 'CANNOT' };
    if (begun) return { code: 'TAKEN', jobId: begun.jobId };
    const { own } = this;
    if (own?.machineId === machine.id) return { code: 'EXPECTED', startAt: own.startAt, change: own.change };
    if (machine.freeAt === NEVER) return { code: 'AWAY' };
    const kept = this.decided.decision.kept.find(({ machineId }) => machineId === machine.id);
    if (kept && kept.jobId !== this.job.id) return { code: 'KEPT', jobId: kept.jobId, until: kept.until };
    if (fit === 'change') return { code: 'CHANGE' };
    const jobs = this.expectedBefore(machine);
    return jobs > 0 ? { code: 'OTHERS_FIRST', jobs } : this.besides(machine);
  }

  /** Other jobs that are expected to begin on this machine before this one begins. */
  private expectedBefore({ id }: PlanMachine): number {
    const until = this.own?.startAt ?? NEVER;
    let count = 0;
    for (const [jobId, { machineId, startAt }] of this.decided.expected)
      if (machineId === id && jobId !== this.job.id && startAt <= until) count += 1;
    return count;
  }

  /** Both machines could: what made the other one better. */
  private besides(machine: PlanMachine): MachineAnswer {
    const { own } = this;
    const other = own && this.machines.find(({ id }) => id === own.machineId);
    if (!own || !other) return { code: 'NOT_EXPECTED' };
    const machineId = other.id;
    if (this.endOn(machine) > own.endAt) {
      const waits = isFree(machine) && !isFree(other);
      return { code: waits ? 'WAITS_FOR_BUSY' : 'SOONER_ELSEWHERE', machineId };
    }
    return { code: machine.special > other.special ? 'SPECIAL' : 'WORKED_MORE', machineId };
  }

  /** When it would have printed the job, if it took it next. */
  private endOn({ freeAt, times, timesOf, pace }: PlanMachine): Instant {
    const { memberId, seconds, setup } = this.job;
    const length = seconds * 1_000 * pace(setup);
    const own = (memberId && timesOf.get(memberId)) ?? times;
    return earliestStart(own, Math.max(this.now, freeAt), length) + length;
  }
}

const isFree = (machine: PlanMachine): boolean => reasonsNotReady(machine).length === 0;
