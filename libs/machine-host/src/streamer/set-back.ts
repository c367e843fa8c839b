import type { EffectBuffer } from './effects';
import { fail, query, windowOf } from './send';
import type { StreamerState } from './state';

/** So many oks too many were never heard at once. */
const MOST_SPARE = 4;

/** How many acknowledged lines the firmware may not have, after all. */
function spareOks(state: StreamerState): number {
  // An M105 that was spoilt may have earned an ok without temperatures.
  const spare = state.spareOks + Math.min(state.questions, 1);
  return Math.min(spare, windowOf(state) + MOST_SPARE);
}

/**
 * True for a request further back than what can be in flight. Lines count as had by their oks, of which noise may have
 * made one too many; but what was noise was heard as such.
 */
export const isSetBack = (state: StreamerState, line: number): boolean =>
  line > 0 && state.acknowledged - line >= spareOks(state);

/** Its banner was lost or spoilt, or its request was: it is asked once more. */
export function onSetBack(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.setBack) failOfReset(state, effects);
  else {
    state.setBack = true;
    query(state, now, effects);
  }
}

/** The firmware has forgotten position, temperatures and line number: a run can never go on. */
export const failOfReset = (state: StreamerState, effects: EffectBuffer): void =>
  fail(state, 'MACHINE.RESET_MID_RUN', { lines: state.acknowledged }, effects);
