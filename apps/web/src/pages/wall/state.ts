import type { Job, Machine } from '../../api/queries';

export type Run = Job['runs'][number];

/** The most pressing first: so they stand in the summary, and so they are looked for. */
export const STATES = [
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
export type MachineState = (typeof STATES)[number];

/** What a machine's line says while a run is on it. */
const AT_WORK = ['printing', 'pausing', 'paused', 'cancelling'];

/** One word for how a machine is: what a person has to act upon comes before what goes on by itself. */
export function stateOf({ live, inMaintenance, bed, stopOnItsWay }: Machine): MachineState {
  if (stopOnItsWay?.overdue) return 'stop';
  const asked = live?.needsPerson;
  if (asked?.kind === 'heaters-unknown') return 'heaters';
  if (asked && asked.kind !== 'requested') return 'person';
  if (live?.connection === 'paused' || live?.connection === 'pausing') return 'paused';
  if (live && AT_WORK.includes(live.connection)) return 'printing';
  if (inMaintenance) return 'maintenance';
  if (!live) return 'away';
  if (live.connection !== 'ready') return 'unconnected';
  return bed === 'occupied' ? 'bed' : 'ready';
}

/** Only a line that answers says how warm things are: what it said before is no temperature any more. */
export const isHeard = ({ live }: Machine): boolean =>
  live !== null && ['ready', ...AT_WORK].includes(live.connection);

export const isAtWork = ({ live }: Machine): boolean => live !== null && AT_WORK.includes(live.connection);

/** Whether another job may come to it by itself, soon or after a gesture that is asked for already. */
export const takesJobs = (machine: Machine): boolean =>
  ['ready', 'bed', 'printing', 'paused'].includes(stateOf(machine)) && !machine.inMaintenance;

const ACTIVE = ['assigned', 'accepted', 'printing', 'paused'];
export const isActive = ({ state }: Run): boolean => ACTIVE.includes(state);

export interface Work {
  readonly job: Job;
  readonly run: Run;
}

/** Each machine's run that has not ended, with its job, as far as this person may see it. */
export function workByMachine(jobs: readonly Job[]): ReadonlyMap<string, Work> {
  const active = jobs.flatMap((job) => job.runs.filter(isActive).map((run) => ({ job, run })));
  return new Map(active.map((work) => [work.run.machineId, work]));
}

/** Those that wait. */
export const queueOf = (jobs: readonly Job[]): readonly Job[] =>
  jobs.filter(({ state }) => state === 'queued');

/** The job of a run that has ended, such as that whose part lies on a bed. */
export const jobOfRun = (jobs: readonly Job[], runId: string | null): Job | undefined =>
  runId === null ? undefined : jobs.find(({ runs }) => runs.some(({ id }) => id === runId));

export function countStates(machines: readonly Machine[]): ReadonlyMap<MachineState, number> {
  const counts = new Map<MachineState, number>();
  for (const machine of machines) counts.set(stateOf(machine), (counts.get(stateOf(machine)) ?? 0) + 1);
  return counts;
}
