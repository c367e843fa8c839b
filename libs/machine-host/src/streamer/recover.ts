import type { EffectBuffer } from './effects';
import { commandOf, HISTORY, inFlight, type Lines } from './lines';
import { noteQuestion } from './ok-manners';
import { fail, okDeadline, pump, query, writePlain } from './send';
import { isSetBack, onSetBack } from './set-back';
import { asksTemperatures, type StreamerState } from './state';

/** A line feed first: it ends a half line that the firmware may hold. */
const LINE_END = '\n';
/** A single occurrence may be noise; after this number it is the firmware's way. */
const ENOUGH = 3;

/**
 * Handles silence. The answer to a temperature query proves that all earlier lines were executed or lost; `query` finds
 * out which. Marlin drops a line that it already has without an ok (queue.cpp), so sending again would not tell.
 */
export function probe(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (++state.recovery.probes > state.profile.timeouts.probes) {
    fail(state, 'MACHINE.SILENT', { lines: state.lines.acknowledged }, effects);
    return;
  }
  state.deadline = now + state.profile.timeouts.okMs;
  if (mustQuery(state)) return query(state, now, effects);
  state.phase = 'probing';
  noteQuestion(state);
  writePlain(LINE_END + state.words.readTemperatures, effects);
}

/**
 * An unnumbered query would be refused, or its ok could not be distinguished while oks cannot be counted: the firmware's
 * expected number proves the same.
 */
const mustQuery = (state: StreamerState): boolean =>
  state.firmware.numbersPlains ||
  (state.recovery.strict &&
    state.firmware.okTellsTemperatures === false &&
    state.firmware.checksNumbers !== false);

/** As `probe`, for the plain command in flight. */
export function probePlain(state: StreamerState, now: number, effects: EffectBuffer): void {
  probe(state, now, effects);
  if (state.phase === 'ended') return;
  state.phase = 'plain';
  state.plain.probed = true;
}

/** The plain command in flight is over. */
export function onPlainAnswered(
  state: StreamerState,
  certain: boolean,
  now: number,
  effects: EffectBuffer,
): void {
  const command = state.plain.commands.shift() ?? '';
  if (state.firmware.numbersPlains) state.lines.acknowledged = state.lines.next - 1;
  // Line numbers were zeroed: the next line is the first one. When plain commands have no number, the start of a run does this.
  if (state.firmware.numbersPlains && command.startsWith('N')) renumber(state, 1);
  state.recovery.unusableRequests = 0;
  effects.events.push({ kind: 'answered', certain });
  resume(state, now, effects);
}

/** The firmware accepts no command without a number: this one is sent again, with a number. */
export function onNeedsNumber(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.firmware.numbersPlains) return;
  state.firmware.numbersPlains = true;
  if (state.phase === 'plain') resume(state, now, effects);
  else if (state.phase === 'probing' || state.phase === 'clearing') query(state, now, effects);
}

/** Nothing is in flight, and the firmware expects this number. */
export function renumber(state: StreamerState, line: number): void {
  Object.assign(state.lines, { acknowledged: line - 1, next: line, newest: line });
}

/** The query sent after silence was answered: nothing is in flight. */
export function afterProbe(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.phase === 'clearing') {
    // All lines before the requested one were accepted, and are executed now.
    state.lines.acknowledged = state.lines.next - 1;
    resume(state, now, effects);
  } else if (!state.recovery.strict && inFlight(state) === 0) resume(state, now, effects);
  else if (state.firmware.checksNumbers !== false) query(state, now, effects);
  else fail(state, 'MACHINE.AMBIGUOUS', { line: state.lines.acknowledged + 1 }, effects);
}

/** An ok to an impossible line number: a late ok, unless no resend request follows. */
export function onUnexpectedOk(state: StreamerState, now: number): void {
  if (state.recovery.unexpectedOk) return;
  state.recovery.unexpectedOk = true;
  state.deadline = now + state.profile.resend.settleMs;
}

/** No answer to `query`, or only an ok. */
export function afterQuery(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (!state.recovery.unexpectedOk || state.firmware.checksNumbers) {
    probe(state, now, effects);
    return;
  }
  // A single occurrence may be a damaged line that was taken for an unknown command.
  if (++state.recovery.unexpectedOks < ENOUGH) {
    query(state, now, effects);
    return;
  }
  state.firmware.checksNumbers = false;
  if (inFlight(state) > 0) fail(state, 'MACHINE.AMBIGUOUS', { line: state.lines.acknowledged + 1 }, effects);
  else {
    state.recovery.strict = false;
    resume(state, now, effects);
  }
}

const isUsable = (state: StreamerState, line: number): boolean =>
  line > 0 && line <= state.lines.newest && line > state.lines.newest - HISTORY;

function onUnusableRequest(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  if (++state.recovery.unusableRequests < ENOUGH) {
    // No line was sent yet: the command that zeroes the line numbers was damaged.
    if (state.lines.newest === 1) writePlain(state.words.zeroLineNumbers, effects);
    probe(state, now, effects);
    return;
  }
  const first = Math.max(1, state.lines.newest - HISTORY + 1);
  fail(state, 'MACHINE.LINE_NUMBERS_LOST', { line, first, last: state.lines.newest - 1 }, effects);
}

/** The answer to `query`: all earlier lines were accepted, and nothing is in flight. */
function onQueryAnswer(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  // Lines may get lost on the way without a message: this is not retried for ever either.
  if (line < state.lines.newest && isAskedTooOften(state, line, effects)) return;
  // Their oks were lost, or are late: late ones would be counted for later lines.
  state.recovery.spareOks = Math.max(0, line - 1 - state.lines.acknowledged);
  state.lines.acknowledged = line - 1;
  if (line < state.lines.newest) state.lines.resends++;
  state.lines.next = line;
  state.recovery.strict = false;
  state.recovery.probes = 0;
  state.lines.unverified = false;
  settle(state, 0, now, effects);
}

/** Handles a request to resend from a line on. */
export function onResend(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  state.recovery.okOwed = state.profile.resend.okFollows;
  state.recovery.erred = false;
  if (state.phase === 'plain') onPlainResend(state, line, now, effects);
  else if (state.run.active) {
    state.firmware.checksNumbers = true;
    onLineResend(state, line, now, effects);
  }
}

/**
 * The firmware read half a line and the plain command as one line: the command is sent again. If the command has a
 * number, that number was damaged or is not the expected one.
 */
function onPlainResend(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  const count = ++state.recovery.unusableRequests;
  if (count > state.profile.resend.identicalLimit)
    return fail(state, 'MACHINE.TOO_MANY_RESENDS', { line: Math.max(line, 0), count }, effects);
  if (!state.firmware.numbersPlains || line <= 0) return settle(state, 0, now, effects);
  // The firmware has the command, and its ok was lost.
  if (line === state.lines.next && state.plain.probed) return onPlainAnswered(state, false, now, effects);
  if (!state.run.active) renumber(state, line);
  else rewindTo(state.lines, line);
  if (state.lines.acknowledged >= state.lines.next) state.lines.acknowledged = state.lines.next - 1;
  settle(state, 0, now, effects);
}

/** The firmware does not have the line sent last: it is numbered again. */
function rewindTo(lines: Lines, line: number): void {
  lines.newest = lines.next - 1;
  lines.next = Math.min(line, lines.newest);
}

function onLineResend(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  if (isSetBack(state, line)) return onSetBack(state, now, effects);
  state.recovery.setBack = false;
  // The ok that follows may be taken for one of a line.
  state.recovery.spareOks =
    Math.max(0, state.recovery.spareOks - Math.max(0, state.lines.acknowledged - line + 1)) + 1;
  if (!isUsable(state, line)) onUnusableRequest(state, line, now, effects);
  else if (state.phase === 'querying') onQueryAnswer(state, line, now, effects);
  else if (line === state.lines.next && state.phase === 'clearing') return;
  else if (line === state.lines.next && state.phase === 'settling') state.recovery.repeatsExpected--;
  else rewind(state, line, now, effects);
}

/** Counts a request for this line; true when the run has failed because of it. */
function isAskedTooOften(state: StreamerState, line: number, effects: EffectBuffer): boolean {
  state.recovery.requestCount = line === state.recovery.requestedLine ? state.recovery.requestCount + 1 : 1;
  state.recovery.requestedLine = line;
  if (state.recovery.requestCount <= state.profile.resend.identicalLimit) return false;
  fail(state, 'MACHINE.TOO_MANY_RESENDS', { line, count: state.recovery.requestCount }, effects);
  return true;
}

function rewind(state: StreamerState, line: number, now: number, effects: EffectBuffer): void {
  if (isAskedTooOften(state, line, effects)) return;
  state.lines.resends++;
  const behind = Math.max(0, state.lines.next - 1 - line);
  state.lines.next = line;
  // More lines were counted than executed: one ok too many was received.
  if (state.lines.acknowledged >= line) state.lines.acknowledged = line - 1;
  // Requested again: in a storm of requests each would cause a copy of the line, more than the ring holds. One copy is sent
  // once the firmware is silent.
  const repeats = state.recovery.requestCount > 1 ? Number.POSITIVE_INFINITY : behind;
  settle(state, repeats, now, effects);
}

function settle(state: StreamerState, repeats: number, now: number, effects: EffectBuffer): void {
  state.phase = 'settling';
  state.recovery.repeatsExpected = repeats;
  state.deadline = now + state.profile.resend.settleMs;
  settledIfComplete(state, now, effects);
}

/** Continues as soon as all replies that a resend request causes are received. */
export function settledIfComplete(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (!state.recovery.okOwed && state.recovery.repeatsExpected <= 0) settled(state, now, effects);
}

/**
 * Continues after a resend request: sends the plain command again, or the lines from the requested one. Half a line may
 * have been answered with its own ok; when oks have no number, a temperature query clears such oks first.
 */
export function settled(state: StreamerState, now: number, effects: EffectBuffer): void {
  const countable = state.firmware.advanced || !state.firmware.okTellsTemperatures;
  state.recovery.okOwed = false;
  if (state.recovery.strict) probe(state, now, effects);
  else if (
    state.plain.commands.length > 0 ||
    countable ||
    !state.lines.unverified ||
    state.firmware.numbersPlains
  )
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
  if (state.run.abandoned) state.lines.newest = state.lines.next;
  state.deadline = okDeadline(state, now);
  pump(state, now, effects);
}

/**
 * True when the oldest line in flight is a temperature query of the file: only such a line is answered with
 * temperatures.
 */
export const oldestAsksTemperatures = (state: StreamerState): boolean =>
  asksTemperatures(state, commandOf(state, state.lines.acknowledged + 1));
