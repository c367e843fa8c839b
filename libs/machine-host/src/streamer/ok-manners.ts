import type { Reply } from '../protocol/reply';
import type { StreamerState } from './state';

/** What happens once may be a late answer. */
const TWICE = 2;

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
    state.okNumbersLie = state.oddNumber === line;
    state.oddNumber = line;
    if (state.okNumbersLie) Object.assign(state, { advanced: false, slots: 0 });
    return true;
  }
  if (command.startsWith('M105') || temperatures === null || reply.glued) return false;
  if (state.questions > 0 || state.plainProbed) return false;
  if (++state.warmOks >= TWICE) state.okTellsTemperatures = false;
  return true;
}

/** An M105 was sent: so many answers with temperatures are still to come. */
export function noteQuestion(state: StreamerState): void {
  state.questions++;
}

/** An ok was heard. */
export function noteAnswer(state: StreamerState, { glued, temperatures }: Reply): void {
  if (temperatures === null) state.warmOks = 0;
  else if (!glued && state.questions > 0) state.questions--;
}
