import { frameLine } from '@pandafab/gcode';
import { Fault, type FaultCode, type FaultDetails } from '@pandafab/shared';
import type { Special } from '../dialect/stream-words';
import type { EffectBuffer } from './effects';
import { commandOf, HISTORY, inFlight, lengthOf, remember, rememberLength } from './lines';
import { noteQuestion } from './ok-manners';
import { asksTemperatures, type StreamerState } from './state';
import { type Dwell, isHeaterWait } from './waits';

const LETTER_A = 65;
const LETTER_T = 84;
const TOOL = /^(?:T|ACTIVATE_EXTRUDER\s+EXTRUDER=extruder)(\d*)\s*$/i;
/** At this distance no firmware takes a number for its next one, or for a past one. */
const FAR_AHEAD = 1_000;
/** Time in which a disk that spins up, or a slow network share, delivers data. */
const LONGEST_READ_MS = 60_000;
export const NEVER = Number.POSITIVE_INFINITY;

export function fail(
  state: StreamerState,
  code: FaultCode,
  details: FaultDetails,
  effects: EffectBuffer,
): void {
  if (state.phase === 'ended') return;
  state.phase = 'ended';
  state.deadline = NEVER;
  effects.events.push({ kind: 'failed', cause: { code, details } });
}

/**
 * The wait for an ok before a temperature query checks whether it was lost.
 */
const ASK_SOON_MS = 500;

/**
 * When to query after a missing ok. Soon if the query's answer can be distinguished from other oks: then it costs
 * nothing when the firmware was only slow.
 */
export function okDeadline(state: StreamerState, now: number): number {
  const { okMs } = state.profile.timeouts;
  const isSoon = state.firmware.okTellsTemperatures === true && state.firmware.checksNumbers !== false;
  return now + (isSoon ? Math.min(ASK_SOON_MS, okMs) : okMs);
}

/** Writes an unnumbered command. */
export const writePlain = (command: string, effects: EffectBuffer): void => {
  effects.frames.push(Buffer.from(`${command}\n`, 'latin1'));
};

function sendPlain(state: StreamerState, command: string, now: number, effects: EffectBuffer): void {
  state.phase = 'plain';
  state.plain.probed = false;
  state.recovery.probes = 0;
  state.waitedSince = now;
  state.deadline = okDeadline(state, now);
  if (asksTemperatures(state, command)) noteQuestion(state);
  if (state.firmware.numbersPlains && !command.startsWith('N')) numberPlain(state, command, effects);
  else writePlain(command, effects);
}

/** The command becomes a line like those of a script, but alone in flight. */
function numberPlain(state: StreamerState, command: string, effects: EffectBuffer): void {
  remember(state, command, -1);
  effects.frames.push(frameLine(state.lines.next++, command));
}

/** Sends as much as the firmware can accept: plain commands first, each alone; then lines up to the window. */
export function pump(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.phase !== 'ready') return;
  const plain = state.plain.commands[0];
  // Requested lines go first when the command needs its own number.
  if (plain !== undefined && (!state.firmware.numbersPlains || state.lines.next === state.lines.newest)) {
    if (inFlight(state) === 0) sendPlain(state, plain, now, effects);
    return;
  }
  if (!state.run.active) return;
  if (state.lines.newest === 1 && mayAsk(state)) {
    query(state, now, effects);
    return;
  }
  // A line that cannot be sent ends the run, and would be retried for ever.
  while (hasRoom(state) && prepareLine(state, effects)) if (!sendLine(state, now, effects)) return;
  if (inFlight(state) > 0 || state.phase !== 'ready') return;
  if (state.run.wait && 'ms' in state.run.wait) return dwell(state, state.run.wait, now, effects);
  state.deadline = NEVER;
  if (state.run.isStarved && !state.run.held && !state.run.wait) return starve(state, now, effects);
  if ((state.run.held || state.run.exhausted) && !state.run.wait && state.lines.next === state.lines.newest)
    onDrained(state, now, effects);
}

/** The machine waits, perhaps hot, and the disk delivers no data. */
function starve(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.run.starvedSince ??= now;
  state.deadline = state.run.starvedSince + LONGEST_READ_MS;
  if (now < state.deadline) return;
  fail(state, 'MACHINE.FILE_STALLED', { seconds: LONGEST_READ_MS / 1000 }, effects);
}

/** All moves are done: the dwell begins, or is over. */
function dwell(state: StreamerState, wait: Dwell, now: number, effects: EffectBuffer): void {
  const until = wait.until ?? now + wait.ms;
  state.run.wait = now < until ? { ...wait, until } : null;
  state.deadline = until;
  if (!state.run.wait) pump(state, now, effects);
}

/**
 * Oks alone do not prove that every line was accepted: a line with a damaged N is taken for an unknown command, and
 * answered with an ok. So the firmware is asked for its number before the oks are relied on.
 */
function onDrained(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (mayAsk(state)) query(state, now, effects);
  else effects.events.push({ kind: 'drained' });
}

const mayAsk = (state: StreamerState): boolean =>
  state.lines.unverified && state.firmware.checksNumbers !== false;

/** Asks which line the firmware expects, with a number that it must refuse: it executes nothing. */
export function query(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.phase = 'querying';
  state.recovery.unexpectedOk = false;
  state.deadline = now + state.profile.timeouts.okMs;
  effects.frames.push(frameLine(state.lines.newest + FAR_AHEAD, state.words.readTemperatures));
}

/** The number of lines that may be in flight: as reported by the firmware, else by its profile. */
export function windowOf({ firmware, profile: { buffer } }: StreamerState): number {
  const { advanced, slots } = firmware;
  const window = advanced ? Math.max(1, Math.min(buffer.advancedOkWindow, slots)) : buffer.window;
  return Math.min(window, HISTORY / 2);
}

function hasRoom(state: StreamerState): boolean {
  const lines = inFlight(state);
  if (lines === 0) return true;
  if (lines >= windowOf(state)) return false;
  let bytes = state.profile.framing.maxBytes;
  for (let line = state.lines.acknowledged + 2; line < state.lines.next; line++)
    bytes += lengthOf(state, line);
  // The oldest line has left the ring for the command buffer; the others and the new one must fit in it.
  return bytes <= state.profile.buffer.rxBytes + state.profile.framing.maxBytes;
}

/** Makes sure that a line `next` exists; false when there is nothing to send now. */
function prepareLine(state: StreamerState, effects: EffectBuffer): boolean {
  if (state.lines.next < state.lines.newest) return true;
  const scripted = state.run.scripts.shift();
  if (scripted !== undefined) {
    remember(state, scripted, -1);
    return true;
  }
  return !state.run.held && !state.run.wait && !state.run.exhausted && takeFromSource(state, effects);
}

function takeFromSource(state: StreamerState, effects: EffectBuffer): boolean {
  const { source } = state.run;
  for (;;) {
    const taken = source?.next();
    state.run.isStarved = taken === undefined;
    if (taken === undefined || !source) return false;
    state.run.starvedSince = null;
    if (taken === null) {
      state.run.exhausted = true;
      if (source.error) failFile(state, source.error, effects);
      return false;
    }
    const command = state.words.formOf(taken);
    const special = state.words.specialOf(command, !state.firmware.emergencyParser);
    noteTool(state, command);
    if (special) begin(state, special, command, effects);
    const sent = special ? special.sent : command;
    if (sent !== null) {
      remember(state, sent, source.offset);
      state.lines.sent++;
      return true;
    }
    if (state.run.held || state.run.wait) return false;
  }
}

/** `T1`, and Klipper's `ACTIVATE_EXTRUDER EXTRUDER=extruder1`. */
function noteTool(state: StreamerState, command: string): void {
  const letter = command.charCodeAt(0);
  if (letter !== LETTER_T && letter !== LETTER_A) return;
  const [, tool] = TOOL.exec(command) ?? [];
  if (tool !== undefined) state.run.tool = Number(tool || 0);
}

function failFile(state: StreamerState, error: Error, effects: EffectBuffer): void {
  if (error instanceof Fault) fail(state, error.code, error.details, effects);
  else fail(state, 'MACHINE.FILE_LOST', { reason: error.message }, effects);
}

/** Holds the run for a person, or starts to wait instead of the firmware. */
function begin(
  state: StreamerState,
  { person, wait }: Special,
  command: string,
  effects: EffectBuffer,
): void {
  if (wait) state.run.wait = isHeaterWait(wait) ? { ...wait, selected: state.run.tool } : wait;
  if (!person) return;
  state.run.held = true;
  effects.events.push({ kind: 'attention', command });
}

/** False for a line that the firmware would truncate: the run has failed. */
function sendLine(state: StreamerState, now: number, effects: EffectBuffer): boolean {
  const line = state.lines.next;
  const frame = frameLine(line, commandOf(state, line));
  const limit = Math.max(state.run.source?.maxFrameBytes ?? 0, state.profile.framing.maxBytes);
  if (frame.length > limit) {
    fail(state, 'FILE.LINE_TOO_LONG', { line, bytes: frame.length, limit }, effects);
    return false;
  }
  rememberLength(state, line, frame.length);
  if (inFlight(state) === 0) {
    state.waitedSince = now;
    state.deadline = okDeadline(state, now);
  }
  state.lines.next++;
  state.lines.unverified = true;
  effects.frames.push(frame);
  return true;
}
