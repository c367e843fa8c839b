import type { Reply } from '../protocol/reply';
import { commandOf, inFlight, type StreamerState } from './state';

/** What happens once may be a late answer. */
const TWICE = 2;
/** Late oks of lines have a number each. */
const THRICE = 3;

/** Reads an ok as this firmware is known to mean it: what every ok carries tells nothing. */
export function readByManners(state: StreamerState, reply: Reply): void {
  if (state.okNumbersLie) {
    reply.line = -1;
    reply.bufferFree = -1;
  }
  // The temperatures themselves have been taken from it already.
  if (state.okTellsTemperatures === false) reply.temperatures = null;
  if (state.okNumbersLie || state.okTellsTemperatures === false)
    reply.bare ||= reply.line < 0 && reply.temperatures === null;
}

/**
 * Looks at the ok to a command that is in flight alone, without a number. One that carries a line's number, or temperatures
 * that nobody asked for, may be a late answer; twice alike, it is the firmware's way: Malyan's says `ok N0 P15 B15` to
 * everything, others `ok T:… /…`.
 * @returns true when it is odd in such a way, and can be no late answer that is known of
 */
export function noticeOddOk(state: StreamerState, reply: Reply): boolean {
  const command = state.plains[0] ?? '';
  const { line, temperatures } = reply;
  if (state.okNumbersLie || state.okTellsTemperatures === false) return false;
  if (line >= 0 && !command.startsWith('N') && !state.running && !state.numbersPlains) {
    noteOddNumber(state, line, TWICE);
    return true;
  }
  if (temperatures === null) state.saidBareOk.plain ||= line < 0;
  if (command.startsWith('M105') || temperatures === null || reply.glued) return false;
  if (state.questions > 0 || state.plainProbed || state.advanced || state.saidBareOk.plain) return false;
  noteWarmOk(state, TWICE);
  return true;
}

/** The same for an ok while lines are in flight. */
export function noticeOddLineOk(state: StreamerState, { glued, line, temperatures }: Reply): void {
  if (state.okNumbersLie || state.okTellsTemperatures === false) return;
  if (inFlight(state) <= 0) return;
  if (line >= 0 && line <= state.acknowledged) noteOddNumber(state, line, THRICE);
  if (temperatures === null) state.saidBareOk.line ||= !state.okOwed;
  // With ADVANCED_OK only the ok to M105 tells them.
  if (temperatures === null || glued || state.questions > 0 || state.advanced || state.saidBareOk.line)
    return;
  if (!commandOf(state, state.acknowledged + 1).startsWith('M105')) noteWarmOk(state, THRICE);
}

function noteOddNumber(state: StreamerState, line: number, enough: number): void {
  state.oddOks = state.oddNumber === line ? state.oddOks + 1 : 1;
  state.oddNumber = line;
  if (state.oddOks >= enough) Object.assign(state, { okNumbersLie: true, advanced: false, slots: 0 });
}

function noteWarmOk(state: StreamerState, enough: number): void {
  if (++state.warmOks >= enough) state.okTellsTemperatures = false;
}

/** An M105 was sent: so many answers with temperatures are still to come. */
export function noteQuestion(state: StreamerState): void {
  state.questions++;
}

/** An ok was heard, and looked at by the two above. */
export function noteAnswer(state: StreamerState, { glued, temperatures }: Reply): void {
  // That of a request to resend has none anywhere.
  if (temperatures === null) state.warmOks = state.okOwed ? state.warmOks : 0;
  else if (!glued && state.questions > 0) state.questions--;
}
