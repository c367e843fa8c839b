import {
  decayed,
  decide,
  type Expectation,
  forecast,
  ORDINARY_SPREAD,
  type PlanJob,
  type PlanMachine,
  personAt,
  type Queue,
  SPOOL_CHANGE_MS,
} from '@pandafab/domain';
import type { Instant, JobId, SpoolId } from '@pandafab/shared';
import { type Random, randomFrom } from '../random';
import { normal } from './world';

/** A queue at one moment, to which nothing is added. */
export interface Snapshot {
  readonly now: Instant;
  readonly queue: Queue;
  /** The spool that has what is to be loaded. */
  readonly spoolOf: (setup: string) => SpoolId;
}

/**
 * Runs a closed queue until it is empty, with a decision whenever a machine is free; people come at the usual times, and
 * change spools when they are asked.
 * @param noise standard deviation of print times ÷ expected time
 * @returns when each job began
 */
export function playClosed(
  { now: begun, queue, spoolOf }: Snapshot,
  noise: number,
  random: Random,
): Map<JobId, Instant> {
  const lasts = (ms: number) => ms * Math.max(0.3, 1 + noise * normal(random));
  const began = new Map<JobId, Instant>();
  const used: { payer: string; seconds: number; at: Instant }[] = [];
  let jobs = queue.jobs;
  let machines = queue.machines.map(
    (machine): PlanMachine => ({
      ...machine,
      freeAt: machine.freeAt > begun ? begun + lasts(machine.freeAt - begun) : begun,
    }),
  );
  const set = (id: string, change: Partial<PlanMachine>) => {
    machines = machines.map((machine) => (machine.id === id ? { ...machine, ...change } : machine));
  };
  for (let now = begun; jobs.length > 0; ) {
    const totals = new Map(
      [...queue.used].map(([payer, seconds]) => [
        payer,
        decayed(seconds, now - begun, queue.weights.halfLifeDays),
      ]),
    );
    for (const { payer, seconds, at } of used)
      totals.set(payer, (totals.get(payer) ?? 0) + decayed(seconds, now - at, queue.weights.halfLifeDays));
    const seen = machines.map((machine) => ({
      ...{ ...machine, isAttended: true, bedClear: machine.freeAt <= now },
      freeAt: Math.max(now, machine.freeAt),
    }));
    const { starts, changes, kept } = decide(now, { ...queue, jobs, machines: seen, used: totals });
    const byId = new Map<string, PlanJob>(jobs.map((job) => [job.id, job]));
    const busy = new Set<string>();
    for (const { jobId, machineId } of starts) {
      const { payer, seconds } = byId.get(jobId) as PlanJob;
      const machine = machines.find(({ id }) => id === machineId) as PlanMachine;
      const there = personAt(machine.times, now + lasts(seconds * 1_000));
      set(machineId, { freeAt: there + machine.clearing(there) });
      began.set(jobId, now);
      used.push({ payer, seconds, at: now });
      busy.add(machineId);
    }
    for (const { machineId, load } of changes) {
      if (busy.has(machineId)) continue;
      const { times } = machines.find(({ id }) => id === machineId) as PlanMachine;
      set(machineId, { freeAt: personAt(times, now) + SPOOL_CHANGE_MS, spools: [spoolOf(load)] });
    }
    jobs = jobs.filter(({ id }) => !began.has(id));
    const moments = [...machines.map(({ freeAt }) => freeAt), ...kept.map(({ until }) => until)];
    const next = Math.min(...moments.filter((at) => at > now));
    if (!Number.isFinite(next)) break;
    now = next;
  }
  return began;
}

export interface Rightness {
  /** Jobs with an expected start. */
  readonly jobs: number;
  /** Part of them that begin at their expected start, to the second, when print times are exact. */
  readonly exact: number;
  /** Part of them that begin within their interval when they are not. */
  readonly within: number;
}

/** How often expected starts are right. */
export function rightness(snapshots: readonly Snapshot[], seed: number): Rightness {
  const random = randomFrom(seed);
  let [jobs, exact, within] = [0, 0, 0];
  for (const snapshot of snapshots) {
    const expected = forecast(snapshot.now, snapshot.queue);
    const sure = playClosed(snapshot, 0, random);
    const noisy = playClosed(snapshot, ORDINARY_SPREAD, random);
    for (const { jobId, startAt, startFrom, startUntil } of expected.values() as Iterable<Expectation>) {
      const began = noisy.get(jobId);
      jobs += 1;
      if (Math.abs((sure.get(jobId) ?? 0) - startAt) < 1_000) exact += 1;
      if (began !== undefined && began >= startFrom && began <= startUntil) within += 1;
    }
  }
  return { jobs, exact: exact / jobs, within: within / jobs };
}
