import { soundTable } from './transition-table';

/** How a run can end: see "The words" in the architecture guide. */
export const RUN_OUTCOMES = ['done', 'cancelled', 'failed', 'interrupted'] as const;
export type RunOutcomeKind = (typeof RUN_OUTCOMES)[number];

export type RunState = 'assigned' | 'accepted' | 'printing' | 'paused' | RunOutcomeKind;

/** What the agent reports about a run, in the past tense. */
export type RunEvent =
  | { readonly type: 'accepted' | 'started' | 'paused' | 'resumed' }
  | { readonly type: 'ended'; readonly outcome: RunOutcomeKind };

type Column = 'accepted' | 'started' | 'paused' | 'resumed' | RunOutcomeKind;

const NONE: Readonly<Record<Column, null>> = {
  accepted: null,
  started: null,
  paused: null,
  resumed: null,
  done: null,
  cancelled: null,
  failed: null,
  interrupted: null,
};
const STOPPED = { cancelled: 'cancelled', failed: 'failed', interrupted: 'interrupted' } as const;

export const runTable = soundTable<RunState, Column>({
  initial: 'assigned',
  ends: RUN_OUTCOMES,
  next: {
    // A run cannot be done before its first line, but it can fail: a wrong SHA-256, a dead computer.
    assigned: { ...NONE, ...STOPPED, accepted: 'accepted' },
    accepted: { ...NONE, ...STOPPED, started: 'printing' },
    printing: { ...NONE, ...STOPPED, paused: 'paused', done: 'done' },
    // A second reason to wait (filament ran out while a person had paused) changes nothing here.
    paused: { ...NONE, ...STOPPED, paused: 'paused', resumed: 'printing', done: 'done' },
    done: NONE,
    cancelled: NONE,
    failed: NONE,
    interrupted: NONE,
  },
});

/** The state after `event`, or undefined when the event is refused in `state`. */
export function nextRunState(state: RunState, event: RunEvent): RunState | undefined {
  return runTable.next[state][event.type === 'ended' ? event.outcome : event.type] ?? undefined;
}

/** True while the run holds its machine and its job. */
export const isActiveRun = (state: RunState): boolean => !runTable.ends.includes(state);

/** The states of `isActiveRun`, for the databases' partial indexes. */
export const ACTIVE_RUN_STATES = ['assigned', 'accepted', 'printing', 'paused'] as const satisfies RunState[];
