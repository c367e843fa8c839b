import type { EffectBuffer } from './effects';
import { fail, query, windowOf } from './send';
import type { StreamerState } from './state';

/** A limit above the number of surplus oks that ever came together. */
const MOST_SPARE = 4;

/** The number of acknowledged lines that the firmware may nevertheless lack. */
function spareOks(state: StreamerState): number {
  // A damaged query may have been answered with an ok without temperatures.
  const spare = state.recovery.spareOks + Math.min(state.firmware.questions, 1);
  return Math.min(spare, windowOf(state) + MOST_SPARE);
}

/**
 * True for a request further back than the lines that can be in flight. Oks acknowledge lines, and noise may have added
 * one; but noise is recorded.
 */
export const isSetBack = (state: StreamerState, line: number): boolean =>
  line > 0 && state.lines.acknowledged - line >= spareOks(state);

/** Its banner or its request was lost or damaged: the firmware is asked once more. */
export function onSetBack(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.recovery.setBack) failOfReset(state, effects);
  else {
    state.recovery.setBack = true;
    query(state, now, effects);
  }
}

/** The firmware has lost position, temperatures and line number: a run can never continue. */
export const failOfReset = (state: StreamerState, effects: EffectBuffer): void =>
  fail(state, 'MACHINE.RESET_MID_RUN', { lines: state.lines.acknowledged }, effects);
