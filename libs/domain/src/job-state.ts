import type { RunOutcomeKind } from './run-state';
import { soundTable } from './transition-table';

/**
 * `refused`: the analysis found the file unfit. `stopped`: its run ended, but not as `done`, and a person
 * decides: give it up (`cancelled`), or print it again as a new job (`redone`). Software never starts a job twice; a job
 * of which no line was sent has not started.
 */
export type JobState =
  | 'analysing'
  | 'refused'
  | 'queued'
  | 'running'
  | 'done'
  | 'stopped'
  | 'cancelled'
  | 'redone';

export type JobEvent =
  | { readonly type: 'analysed' | 'refused' | 'assigned' | 'returned' | 'cancelled' | 'redone' }
  | { readonly type: 'ended'; readonly outcome: RunOutcomeKind };

type Column =
  | 'analysed'
  | 'refused'
  | 'assigned'
  | 'returned'
  | 'cancelled'
  | 'redone'
  | 'run done'
  | 'run stopped';

const NONE: Readonly<Record<Column, null>> = {
  analysed: null,
  refused: null,
  assigned: null,
  returned: null,
  cancelled: null,
  redone: null,
  'run done': null,
  'run stopped': null,
};

export const jobTable = soundTable<JobState, Column>({
  initial: 'analysing',
  ends: ['refused', 'done', 'cancelled', 'redone'],
  next: {
    analysing: { ...NONE, analysed: 'queued', refused: 'refused', cancelled: 'cancelled' },
    refused: NONE,
    // A newer analyser, with more rules, may refuse a file that an earlier one accepted.
    queued: { ...NONE, refused: 'refused', assigned: 'running', cancelled: 'cancelled' },
    // Cancelling a running job is a command to its machine: the job stops when the run has ended. A run that certainly
    // sent nothing has not started the job: the job returns to its place in the queue.
    running: { ...NONE, returned: 'queued', 'run done': 'done', 'run stopped': 'stopped' },
    done: NONE,
    stopped: { ...NONE, cancelled: 'cancelled', redone: 'redone' },
    cancelled: NONE,
    redone: NONE,
  },
});

const columnOf = (event: JobEvent): Column => {
  if (event.type !== 'ended') return event.type;
  return event.outcome === 'done' ? 'run done' : 'run stopped';
};

/** The state after `event`, or undefined when the event is refused in `state`. */
export function nextJobState(state: JobState, event: JobEvent): JobState | undefined {
  return jobTable.next[state][columnOf(event)] ?? undefined;
}

/** True once nothing more is printed for the job itself. A stopped job is made again as a new one. */
export const isOver = (state: JobState): boolean => state === 'stopped' || jobTable.ends.includes(state);
