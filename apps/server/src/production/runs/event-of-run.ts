import type { RunEvent } from '@pandafab/domain';
import type { EventOf } from '../../network/link/lab-events';

export const RUN_EVENTS = ['run.accepted', 'run.started', 'run.paused', 'run.resumed', 'run.ended'] as const;

/** An event that a lab reports about a run. */
export type EventOfRun = EventOf<(typeof RUN_EVENTS)[number]>;
export type RunEnded = EventOf<'run.ended'>;

/** The matching event of the runs' transition table. */
export function asRunEvent(event: EventOfRun): RunEvent {
  if (event.type === 'run.ended') return { type: 'ended', outcome: event.outcome };
  return { type: event.type.slice('run.'.length) as 'accepted' | 'started' | 'paused' | 'resumed' };
}

/** A part may lie on the bed unless it is certain that nothing was sent: a crash may happen before a checkpoint. */
export const mayHaveMoved = ({ linesSent, exact }: RunEnded): boolean => linesSent > 0 || !exact;
