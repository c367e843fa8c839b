import type { Reply } from '../protocol/reply';
import { commandOf, inFlight } from './lines';
import { asksTemperatures, type StreamerState } from './state';

/** A single occurrence may be a late answer. */
const TWICE = 2;
/** Late oks of lines have a number each. */
const THRICE = 3;

/** Reads an ok in the way of this firmware: a field in every ok carries no information. */
export function readByManners(state: StreamerState, reply: Reply): void {
  if (state.firmware.okNumbersLie) {
    reply.line = -1;
    reply.bufferFree = -1;
  }
  // Its temperatures are already read.
  if (state.firmware.okTellsTemperatures === false) reply.temperatures = null;
  if (state.firmware.okNumbersLie || state.firmware.okTellsTemperatures === false)
    reply.bare ||= reply.line < 0 && reply.temperatures === null;
}

/**
 * Checks the ok to an unnumbered command that is in flight alone. An ok with a line number, or with temperatures that were
 * not requested, may be a late answer; if it repeats, it is the firmware's way: Malyan's says `ok N0 P15 B15` to
 * everything, others `ok T:… /…`.
 * @returns true when the ok has such a field, and no known late answer explains it
 */
export function noticeOddOk(state: StreamerState, reply: Reply): boolean {
  const command = state.plain.commands[0] ?? '';
  const { line, temperatures } = reply;
  if (state.firmware.okNumbersLie || state.firmware.okTellsTemperatures === false) return false;
  if (line >= 0 && !command.startsWith('N') && !state.run.active && !state.firmware.numbersPlains) {
    noteOddNumber(state, line, TWICE);
    return true;
  }
  if (temperatures === null) state.firmware.saidBareOk.plain ||= line < 0;
  if (asksTemperatures(state, command) || temperatures === null || reply.glued) return false;
  if (
    state.firmware.questions > 0 ||
    state.plain.probed ||
    state.firmware.advanced ||
    state.firmware.saidBareOk.plain
  )
    return false;
  noteWarmOk(state, TWICE);
  return true;
}

/** The same for an ok while lines are in flight. */
export function noticeOddLineOk(state: StreamerState, { glued, line, temperatures }: Reply): void {
  if (state.firmware.okNumbersLie || state.firmware.okTellsTemperatures === false) return;
  if (inFlight(state) <= 0) return;
  if (line >= 0 && line <= state.lines.acknowledged) noteOddNumber(state, line, THRICE);
  if (temperatures === null) state.firmware.saidBareOk.line ||= !state.recovery.okOwed;
  // With ADVANCED_OK only the ok to a query has temperatures.
  if (
    temperatures === null ||
    glued ||
    state.firmware.questions > 0 ||
    state.firmware.advanced ||
    state.firmware.saidBareOk.line
  )
    return;
  if (!asksTemperatures(state, commandOf(state, state.lines.acknowledged + 1))) noteWarmOk(state, THRICE);
}

function noteOddNumber(state: StreamerState, line: number, enough: number): void {
  state.odd.count = state.odd.number === line ? state.odd.count + 1 : 1;
  state.odd.number = line;
  if (state.odd.count >= enough)
    Object.assign(state.firmware, { okNumbersLie: true, advanced: false, slots: 0 });
}

function noteWarmOk(state: StreamerState, enough: number): void {
  if (++state.odd.warmOks >= enough) state.firmware.okTellsTemperatures = false;
}

/** A temperature query was sent: counts the answers that are still expected. */
export function noteQuestion(state: StreamerState): void {
  state.firmware.questions++;
}

/** An ok was received, and checked by the two functions above. */
export function noteAnswer(state: StreamerState, { glued, temperatures }: Reply): void {
  // The ok of a resend request has no temperatures in any firmware.
  if (temperatures === null) state.odd.warmOks = state.recovery.okOwed ? state.odd.warmOks : 0;
  else if (!glued && state.firmware.questions > 0) state.firmware.questions--;
}
