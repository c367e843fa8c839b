import type { EffectBuffer } from './effects';
import { noteQuestion } from './ok-manners';
import { fail, okDeadline, pump, query, writePlain, ZERO_LINE_NUMBER } from './send';
import { isSetBack, onSetBack } from './set-back';
import { commandOf, HISTORY, inFlight, type StreamerState } from './state';

/** A line feed first: it ends whatever half of a line the firmware may hold. */
const PROBE = '\nM105';
/** What happens once may be noise; so often, it is the firmware's way. */
const ENOUGH = 3;

/**
 * Silence. The answer to M105 proves that all before it was executed or lost; which of the two, `query` finds
 * out. Marlin drops a line that it has had already without an ok (queue.cpp), so sending again would not tell.
 */
export function probe(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (++state.probes > state.profile.timeouts.probes) {
    fail(state, 'MACHINE.SILENT', { lines: state.acknowledged }, effects);
    return;
  }
  state.deadline = now + state.profile.timeouts.okMs;
  if (mustQuery(state)) return query(state, now, effects);
  state.phase = 'probing';
  noteQuestion(state);
  writePlain(PROBE, effects);
}

/**
 * An M105 without a number would be refused, or its ok could not be told from others where oks cannot be counted: the
 * number that the firmware expects proves no less.
 */
const mustQuery = (state: StreamerState): boolean =>
  state.numbersPlains ||
  (state.strict && state.okTellsTemperatures === false && state.checksNumbers !== false);

/** As `probe`, for the plain command in flight. */
export function probePlain(state: StreamerState, now: number, effects: EffectBuffer): void {
  probe(state, now, effects);
  if (state.phase === 'ended') return;
  state.phase = 'plain';
  state.plainProbed = true;
}

/** The plain command in flight is over. */
export function onPlainAnswered(
  state: StreamerState,
  certain: boolean,
  now: number,
  effects: EffectBuffer,
): void {
  const command = state.plains.shift() ?? '';
  if (state.numbersPlains) state.acknowledged = state.next - 1;
  // M110: the next line is the first one. Where plain commands have no number, beginning a run says so.
  if (state.numbersPlains && command.startsWith('N')) renumber(state, 1);
  state.unusableRequests = 0;
  effects.events.push({ kind: 'answered', certain });
  resume(state, now, effects);
}

/** It takes no command without a number: this one goes out again, with one. */
export function onNeedsNumber(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.numbersPlains) return;
  state.numbersPlains = true;
  if (state.phase === 'plain') resume(state, now, effects);
  else if (state.phase === 'probing' || state.phase === 'clearing') query(state, now, effects);
}

/** Nothing is in flight, and this is the number that the firmware expects. */
export function renumber(state: StreamerState, line: number): void {
  Object.assign(state, { acknowledged: line - 1, next: line, newest: line });
}

/** The M105 sent in silence was answered: nothing is in flight any more. */
export function afterProbe(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.phase === 'clearing') {
    // All before the line asked for was accepted, and is executed now.
    state.acknowledged = state.next - 1;
    resume(state, now, effects);
  } else if (!state.strict && inFlight(state) === 0) resume(state, now, effects);
  else if (state.checksNumbers !== false) query(state, now, effects);
  else fail(state, 'MACHINE.AMBIGUOUS', { line: state.acknowledged + 1 }, effects);
}

/** An ok to a number that cannot be right: a late one, unless no request to resend follows. */
export function onUnexpectedOk(state: StreamerState, now: number): void {
  if (state.unexpectedOk) return;
  state.unexpectedOk = true;
  state.deadline = now + state.profile.resend.settleMs;
}

/** No answer to `query`, or only an ok. */
export function afterQuery(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (!state.unexpectedOk || state.checksNumbers) {
    probe(state, now, effects);
    return;
  }
  // Once may be a spoilt line that passed for an unknown command.
  if (++state.unexpectedOks < ENOUGH) {
    query(state, now, effects);
    return;
  }
  state.checksNumbers = false;
  if (inFlight(state) > 0) fail(state, 'MACHINE.AMBIGUOUS', { line: state.acknowledged + 1 }, effects);
  else {
    state.strict = false;
    resume(state, now, effects);
  }
}

const isUsable = (state: StreamerState, line: number): boolean =>
  line > 0 && line <= state.newest && line > state.newest - HISTORY;

function onUnusableRequest(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  if (++state.unusableRequests < ENOUGH) {
    // No line was sent yet: M110 itself was spoilt.
    if (state.newest === 1) effects.frames.push(ZERO_LINE_NUMBER);
    probe(state, now, effects);
    return;
  }
  const first = Math.max(1, state.newest - HISTORY + 1);
  fail(state, 'MACHINE.LINE_NUMBERS_LOST', { line, first, last: state.newest - 1 }, effects);
}

/** The answer to `query`: all before that line was accepted, and nothing is in flight. */
function onQueryAnswer(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  // Lines may vanish on their way without a word: also that is not tried for ever.
  if (line < state.newest && isAskedTooOften(state, line, effects)) return;
  // Their oks were lost, or are late: then they are heard for lines behind.
  state.spareOks = Math.max(0, line - 1 - state.acknowledged);
  state.acknowledged = line - 1;
  if (line < state.newest) state.resends++;
  state.next = line;
  state.strict = false;
  state.probes = 0;
  state.unverified = false;
  settle(state, 0, now, effects);
}

/** A request to send again from a line on. */
export function onResend(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  state.okOwed = state.profile.resend.okFollows;
  state.erred = false;
  if (state.phase === 'plain') onPlainResend(state, line, now, effects);
  else if (state.running) {
    state.checksNumbers = true;
    onLineResend(state, line, now, effects);
  }
}

/**
 * The firmware understood half a line and the plain command as one line: the command goes out again. Where it has a
 * number, that was spoilt or is not the one that the firmware expects.
 */
function onPlainResend(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  const count = ++state.unusableRequests;
  if (count > state.profile.resend.identicalLimit)
    return fail(state, 'MACHINE.TOO_MANY_RESENDS', { line: Math.max(line, 0), count }, effects);
  if (!state.numbersPlains || line <= 0) return settle(state, 0, now, effects);
  // It has the command, and its ok was lost.
  if (line === state.next && state.plainProbed) return onPlainAnswered(state, false, now, effects);
  if (!state.running) renumber(state, line);
  else Object.assign(state, { newest: state.next - 1, next: Math.min(line, state.next - 1) });
  if (state.acknowledged >= state.next) state.acknowledged = state.next - 1;
  settle(state, 0, now, effects);
}

function onLineResend(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  if (isSetBack(state, line)) return onSetBack(state, now, effects);
  state.setBack = false;
  // The ok behind it may be taken for one of a line.
  state.spareOks = Math.max(0, state.spareOks - Math.max(0, state.acknowledged - line + 1)) + 1;
  if (!isUsable(state, line)) onUnusableRequest(state, line, now, effects);
  else if (state.phase === 'querying') onQueryAnswer(state, line, now, effects);
  else if (line === state.next && state.phase === 'clearing') return;
  else if (line === state.next && state.phase === 'settling') state.repeatsExpected--;
  else rewind(state, line, now, effects);
}

/** Counts a request for this line; true when the run has failed of it. */
function isAskedTooOften(state: StreamerState, line: number, effects: EffectBuffer): boolean {
  state.requestCount = line === state.requestedLine ? state.requestCount + 1 : 1;
  state.requestedLine = line;
  if (state.requestCount <= state.profile.resend.identicalLimit) return false;
  fail(state, 'MACHINE.TOO_MANY_RESENDS', { line, count: state.requestCount }, effects);
  return true;
}

function rewind(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  if (isAskedTooOften(state, line, effects)) return;
  state.resends++;
  const behind = Math.max(0, state.next - 1 - line);
  state.next = line;
  // More was counted than executed: an ok too many was heard.
  if (state.acknowledged >= line) state.acknowledged = line - 1;
  // Asked again: a storm of requests would draw a copy of the line each, more than the ring holds. One goes out once the
  // firmware is silent.
  const repeats = state.requestCount > 1 ? Number.POSITIVE_INFINITY : behind;
  settle(state, repeats, now, effects);
}

function settle(state: StreamerState, repeats: number, now: number, effects: EffectBuffer): void {
  state.phase = 'settling';
  state.repeatsExpected = repeats;
  state.deadline = now + state.profile.resend.settleMs;
  settledIfComplete(state, now, effects);
}

/** Goes on as soon as all that a request to resend draws has been heard. */
export function settledIfComplete(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (!state.okOwed && state.repeatsExpected <= 0) settled(state, now, effects);
}

/**
 * Goes on after a request to resend: the plain command again, or the lines from the one asked for. Half a line
 * may have been answered with an ok of its own; where oks carry no number, an M105 clears those away first.
 */
export function settled(state: StreamerState, now: number, effects: EffectBuffer): void {
  const countable = state.advanced || !state.okTellsTemperatures;
  state.okOwed = false;
  if (state.strict) probe(state, now, effects);
  else if (state.plains.length > 0 || countable || !state.unverified || state.numbersPlains)
    resume(state, now, effects);
  else clear(state, now, effects);
}

function clear(state: StreamerState, now: number, effects: EffectBuffer): void {
  probe(state, now, effects);
  if (state.phase === 'probing') state.phase = 'clearing';
}

/** Back to sending. */
export function resume(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.phase = 'ready';
  if (state.abandoned) state.newest = state.next;
  state.deadline = okDeadline(state, now);
  pump(state, now, effects);
}

/** True when the oldest line in flight is an M105 of the file: only that one is answered with temperatures. */
export const oldestAsksTemperatures = (state: StreamerState): boolean =>
  commandOf(state, state.acknowledged + 1).startsWith('M105');
