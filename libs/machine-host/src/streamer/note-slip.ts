import { commandOf, HISTORY, inFlight } from './lines';
import type { Slip } from './slip';
import type { StreamerState } from './state';

/** A limit above the messages of any firmware for one line: a file could cause endless ones. */
const MOST_SLIPS = 4 * HISTORY;

/**
 * Records the firmware's message about the line in execution: it comes before that line's ok, and answers come in order
 * (Marlin, queue.cpp). While oks cannot be counted, that line is unknown.
 */
export function noteSlip(state: StreamerState, kind: Slip['kind'], text: string): void {
  const { lines, recovery, run, slips } = state;
  if (!run.active || slips.length >= MOST_SLIPS) return;
  const line = inFlight(state) > 0 && !recovery.strict ? lines.acknowledged + 1 : 0;
  if (kind === 'ignored' && (line === 0 || !isLeftOut(text, commandOf(state, line)))) {
    // Damaged so badly that it is not a line, but is answered with an ok anyway.
    recovery.spareOks++;
    return;
  }
  slips.push({ line, kind, text });
}

/** A line with a damaged N is an unknown command as well, but not this command: the firmware requests it again. */
const isLeftOut = (text: string, command: string): boolean =>
  text === '' || text === command || text === command.split(' ')[0];
