import type { RunOutcomeKind } from './run-state';
import { soundTable } from './transition-table';

/**
 * `refused`: the analysis found the file unfit. `stopped`: its run ended otherwise than `done`, and a person
 * decides: give it up (`cancelled`), or make it again as a new job (`redone`). Software never begins a job twice; one of
 * which no line was sent has not begun.
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
    // A later analyser, which knows more, may find unfit what an earlier one let pass.
    queued: { ...NONE, refused: 'refused', assigned: 'running', cancelled: 'cancelled' },
    // Cancelling a running job is a command to its machine: the job stops when the run has ended. A run that certainly
    // sent nothing has not begun the job: it goes back to its place in the queue.
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

/** The state after `event`, or undefined where the event is refused in `state`. */
export function nextJobState(state: JobState, event: JobEvent): JobState | undefined {
  return jobTable.next[state][columnOf(event)] ?? undefined;
}
