import type { Schemas } from '../../api/client';
import type { Job, Machine, Run } from '../../api/queries';
import { isActive } from '../../parts/active-run';

/** The most urgent first: the order of the summary, and the order in which states are tested. */
export const SHOWN_STATES = [
  'stop',
  'heaters',
  'person',
  'unconnected',
  'away',
  'bed',
  'paused',
  'printing',
  'ready',
  'maintenance',
] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** The states in which a machine goes on only when a person does something. */
export const CALLING: ReadonlySet<ShownState> = new Set([
  'stop',
  'heaters',
  'person',
  'unconnected',
  'away',
  'bed',
  'paused',
]);

/** The state that the agent of the lab reports. */
export type ReportedState = Schemas['MachineState'];

/** The states of a machine while it has a run. */
const AT_WORK: readonly ReportedState[] = ['printing', 'pausing', 'paused', 'cancelling'];

/** The state of a machine in one word: states that need a person come before those that do not. */
export function stateOf({ live, inMaintenance, bed, stopOnItsWay }: Machine): ShownState {
  if (stopOnItsWay?.overdue) return 'stop';
  const asked = live?.needsPerson;
  if (asked?.kind === 'heaters-unknown') return 'heaters';
  if (asked && asked.kind !== 'requested') return 'person';
  if (live?.state === 'paused' || live?.state === 'pausing') return 'paused';
  if (live && AT_WORK.includes(live.state)) return 'printing';
  if (inMaintenance) return 'maintenance';
  if (!live) return 'away';
  if (live.state !== 'ready') return 'unconnected';
  return bed === 'occupied' ? 'bed' : 'ready';
}

/** True when the machine answers: only then are its temperatures current. */
export const isHeard = ({ live }: Machine): boolean =>
  live !== null && (live.state === 'ready' || AT_WORK.includes(live.state));

export const isAtWork = ({ live }: Machine): boolean => live !== null && AT_WORK.includes(live.state);

/** Whether another job can be assigned to the machine, soon or after an action that it already waits for. */
export const takesJobs = (machine: Machine): boolean =>
  ['ready', 'bed', 'printing', 'paused'].includes(stateOf(machine)) && !machine.inMaintenance;

/** The ids of the machines, the most urgent first; machines of one state stay in the order in which they come. */
export function urgencyOf(machines: readonly Machine[]): readonly string[] {
  const ranked = machines.map((machine) => ({
    id: machine.id,
    rank: SHOWN_STATES.indexOf(stateOf(machine)),
  }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
}

/** The machines in a given order of ids; a machine that the order does not know comes last. */
export function inOrder(machines: readonly Machine[], order: readonly string[]): readonly Machine[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Machine) => places.get(id) ?? order.length;
  return [...machines].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Whether a machine that calls for a person stands behind one that does not. */
export function isBuried(machines: readonly Machine[]): boolean {
  const calls = machines.map((machine) => CALLING.has(stateOf(machine)));
  return calls.includes(true) && calls.lastIndexOf(true) >= calls.filter(Boolean).length;
}

/** The soonest end among the runs that tell one, in seconds from now. */
export function soonestEnd(work: Iterable<Work>): number | undefined {
  const ends = [...work].flatMap(({ run }) => run.progress?.remainingSeconds ?? []);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

export interface Work {
  readonly job: Job;
  readonly run: Run;
}

/** The unfinished run of each machine, with its job, if this person may see it. */
export function workByMachine(jobs: readonly Job[]): ReadonlyMap<string, Work> {
  const active = jobs.flatMap((job) => job.runs.filter(isActive).map((run) => ({ job, run })));
  return new Map(active.map((work) => [work.run.machineId, work]));
}

/** The waiting jobs. */
export const queueOf = (jobs: readonly Job[]): readonly Job[] =>
  jobs.filter(({ state }) => state === 'queued');

/** The job of an ended run, such as the one whose part is on the bed. */
export const jobOfRun = (jobs: readonly Job[], runId: string | null): Job | undefined =>
  runId === null ? undefined : jobs.find(({ runs }) => runs.some(({ id }) => id === runId));

export function countStates(machines: readonly Machine[]): ReadonlyMap<ShownState, number> {
  const counts = new Map<ShownState, number>();
  for (const machine of machines) counts.set(stateOf(machine), (counts.get(stateOf(machine)) ?? 0) + 1);
  return counts;
}
