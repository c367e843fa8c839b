import type { Evidence, RunRow } from './evidence';
import { type Sighting, sight } from './sightings';

const ENDED = ['done', 'cancelled', 'failed', 'interrupted'];
/** Job states in which nothing is under way: ended, decided upon or waiting for a person, or still in the queue. */
const AT_REST = ['done', 'cancelled', 'refused', 'redone', 'stopped', 'queued'];
const NEXT: Readonly<Record<string, readonly string[]>> = {
  assigned: ['accepted', ...ENDED],
  accepted: ['printing', ...ENDED],
  printing: ['paused', ...ENDED],
  paused: ['printing', ...ENDED],
};

/** What a checkpoint may lag behind: its own 100 ms, and a computer that did not get to write it. */
const CHECKPOINT_LAG_MS = 1500;
/** As many commands as the firmware's receive buffer and queue hold, and one under way. */
const BUFFERED_LINES = 12;

/** Everything that must never happen, as sentences; none when all is well. */
export function check(evidence: Evidence): string[] {
  const { sightings, disorder } = sight(evidence.happenings);
  return [
    ...disorder,
    ...lostJobs(evidence),
    ...doubledPrints(evidence, sightings),
    ...dirtyBeds(sightings),
    ...badHistories(evidence.runs),
    ...badLedger(evidence, sightings),
    ...holes(evidence),
    ...evidence.hot.map(
      ({ machine, seconds }) => `${machine} was hot for ${seconds.toFixed(1)} s after its print`,
    ),
    ...evidence.endings,
  ];
}

function lostJobs({ accepted, jobs, runs }: Evidence): string[] {
  const known = new Map(jobs.map((job) => [job.id, job]));
  const active = new Set(runs.filter((run) => run.active).map(({ jobId }) => jobId));
  const lost = accepted.filter((id) => !known.has(id)).map((id) => `job ${id} was accepted and is gone`);
  const stuck = jobs.filter(({ id, state }) => !AT_REST.includes(state) || active.has(id));
  return [...lost, ...stuck.map(({ id, part, state }) => `job ${id} (part ${part}) is stuck: ${state}`)];
}

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

function badLedger(evidence: Evidence, sightings: readonly Sighting[]): string[] {
  const { runs, umOfLine, linesOfPart } = evidence;
  const prints = new Map<string, Sighting[]>();
  for (const print of sightings) {
    const key = `${print.machine} ${print.part}`;
    prints.set(key, [...(prints.get(key) ?? []), print]);
  }
  const faults: string[] = [];
  for (const run of runs.filter(({ state }) => ENDED.includes(state))) {
    const name = `run ${run.id} of part ${run.part} (${run.state})`;
    const booked = run.movementsUm.reduce((sum, length) => sum + length, 0);
    if (run.movementsUm.length > 1) faults.push(`${name} was booked ${run.movementsUm.length} times`);
    if (booked !== run.filamentUm) faults.push(`${name} reported ${run.filamentUm} µm and booked ${booked}`);
    if (run.usages > 1) faults.push(`${name} was charged ${run.usages} times`);
    const seen = prints.get(`${run.machine} ${run.part}`) ?? [];
    // A redone part may meet the same machine again: then no print is surely this run's.
    if (runs.filter(({ machine, part }) => machine === run.machine && part === run.part).length > 1) continue;
    const print = seen[0];
    const lines = print?.at.length ?? 0;
    if (run.state === 'done' && lines !== linesOfPart) faults.push(`${name} is done after ${lines} lines`);
    const [least, most] = bounds(run, print);
    if (booked < least * umOfLine || booked > most * umOfLine)
      faults.push(
        `${name} booked ${booked} µm; the machine saw ${lines} lines, so ${least * umOfLine} to ${most * umOfLine}`,
      );
  }
  return faults;
}

/** How many lines the ledger may have of a print: exactly those, or but for the buffer and one checkpoint. */
function bounds(run: RunRow, print: Sighting | undefined): readonly [number, number] {
  const at = print?.at ?? [];
  if (run.exact) return [at.length, at.length];
  const known = at.filter((moment) => moment < (at.at(-1) ?? 0) - CHECKPOINT_LAG_MS).length;
  return [Math.max(0, known - BUFFERED_LINES), at.length];
}

const holes = ({ agents }: Evidence): string[] =>
  agents
    .filter(({ appliedSequence, lastSequence, pending }) => appliedSequence !== lastSequence || pending > 0)
    .map(
      ({ lab, appliedSequence, lastSequence, pending }) =>
        `${lab}: ${lastSequence} events written, ${appliedSequence} applied, ${pending} waiting`,
    );
