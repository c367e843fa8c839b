import type { Evidence, RunRow } from './evidence';
import { judgeHolds } from './judge-holds';
import { ENDED, judgeLedger } from './judge-ledger';
import { judgeOrders } from './judge-orders';
import { judgePapers } from './judge-papers';
import { type Sighting, sight } from './sightings';

/** Job states in which nothing happens by itself: ended, waiting for a person's decision, or still in the queue. */
const AT_REST = ['done', 'cancelled', 'refused', 'redone', 'stopped', 'queued'];
const NEXT: Readonly<Record<string, readonly string[]>> = {
  assigned: ['accepted', ...ENDED],
  accepted: ['printing', ...ENDED],
  printing: ['paused', ...ENDED],
  paused: ['printing', ...ENDED],
};

/** The violations, as sentences; empty without violations. */
export function check(evidence: Evidence): string[] {
  const { sightings } = sight(evidence.happenings);
  return [
    ...checkAnyTime(evidence),
    ...stuckJobs(evidence),
    ...idleMachines(evidence),
    ...deadMachines(evidence),
    ...badHistories(evidence.runs),
    ...judgeLedger(evidence, sightings),
    ...holes(evidence),
    ...evidence.unhealthy,
  ];
}

/** Violations that must not occur even for a moment: they are checked while the city is busy too. */
export function checkAnyTime(evidence: Evidence): string[] {
  const { sightings, disorder } = sight(evidence.happenings);
  return [
    ...disorder,
    ...lostJobs(evidence),
    ...doubledPrints(evidence, sightings),
    ...dirtyBeds(sightings),
    ...judgeHolds(evidence),
    ...judgeOrders(evidence),
    ...judgePapers(evidence),
    ...evidence.hot.map(
      ({ machine, seconds }) => `${machine} was hot for ${seconds.toFixed(1)} s after its print`,
    ),
    ...evidence.held.map(({ lab, because }) => `${lab} is held (${because}), and nothing was put back`),
    ...evidence.endings,
  ];
}

function lostJobs({ accepted, jobs }: Evidence): string[] {
  const known = new Set(jobs.map(({ id }) => id));
  return accepted.filter((id) => !known.has(id)).map((id) => `job ${id} was accepted and is gone`);
}

function stuckJobs({ jobs, runs }: Evidence): string[] {
  const active = new Set(runs.filter((run) => run.active).map(({ jobId }) => jobId));
  const stuck = jobs.filter(({ id, state }) => !AT_REST.includes(state) || active.has(id));
  return stuck.map(({ id, part, state }) => `job ${id} (part ${part}) is stuck: ${state}`);
}

/** Jobs that wait although nothing keeps a machine of their lab from taking them. */
function idleMachines({ jobs, runs, machines }: Evidence): string[] {
  const taken = new Set(runs.filter((run) => run.active).map(({ machine }) => machine));
  const idle = machines.filter((machine) => machine.idle && !taken.has(machine.name));
  return jobs
    .filter(({ state }) => state === 'queued')
    .flatMap(({ id, part, labId }) => {
      const idleHere = idle.filter((machine) => machine.labId === labId).map(({ name }) => name);
      return idleHere.length > 0
        ? [`job ${id} (part ${part}) waits with idle machines: ${idleHere.join(', ')}`]
        : [];
    });
}

/** All machines are plugged in and switched on, and people clear their beds: each of them could print. */
const deadMachines = ({ machines }: Evidence): string[] =>
  machines.filter(({ idle }) => !idle).map(({ name, shown }) => `${name} stays out of use: ${shown}`);

/** A part is seen at most as often as runs of it have sent lines. */
function doubledPrints({ runs }: Evidence, sightings: readonly Sighting[]): string[] {
  const count = <Row extends { part: number }>(rows: readonly Row[]) =>
    rows.reduce(
      (counts, { part }) => counts.set(part, (counts.get(part) ?? 0) + 1),
      new Map<number, number>(),
    );
  const allowed = count(runs);
  return [...count(sightings)]
    .filter(([part, seen]) => seen > (allowed.get(part) ?? 0))
    .map(([part, seen]) => `part ${part} was printed ${seen} times in ${allowed.get(part) ?? 0} runs`);
}

const dirtyBeds = (sightings: readonly Sighting[]): string[] =>
  sightings
    .filter(({ bedCleared }) => !bedCleared)
    .map(({ machine, part }) => `part ${part} began on the uncleared bed of ${machine}`);

function badHistories(runs: readonly RunRow[]): string[] {
  return runs.flatMap(({ id, part, state, states }) => {
    const steps = states.slice(1).map((to, at) => NEXT[states[at] ?? '']?.includes(to) ?? false);
    const sound = states[0] === 'assigned' && steps.every(Boolean) && states.at(-1) === state;
    return sound ? [] : [`run ${id} of part ${part} is ${state} by way of ${states.join(', ') || 'nothing'}`];
  });
}

const holes = ({ agents }: Evidence): string[] =>
  agents
    .filter(({ appliedSequence, lastSequence, pending }) => appliedSequence !== lastSequence || pending > 0)
    .map(
      ({ lab, appliedSequence, lastSequence, pending }) =>
        `${lab}: ${lastSequence} events written, ${appliedSequence} applied, ${pending} waiting`,
    );
