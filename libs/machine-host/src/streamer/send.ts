import { frameLine } from '@pandafab/gcode';
import { Fault, type FaultCode, type FaultDetails } from '@pandafab/shared';
import type { EffectBuffer } from './effects';
import { noteQuestion } from './ok-manners';
import { plainForm } from './plain-form';
import { type Special, specialOf } from './special-commands';
import {
  commandOf,
  HISTORY,
  inFlight,
  lengthOf,
  remember,
  rememberLength,
  type StreamerState,
} from './state';
import { type Dwell, isHeaterWait } from './waits';

const LETTER_A = 65;
const LETTER_T = 84;
const TOOL = /^(?:T|ACTIVATE_EXTRUDER\s+EXTRUDER=extruder)(\d*)\s*$/i;
/** Behind this distance no firmware takes a number for the next one, or for one that it has had. */
const FAR_AHEAD = 1_000;
/** A disk that spins up, or a share in the network that is slow, has brought something by then. */
const LONGEST_READ_MS = 60_000;
export const ZERO_LINE_NUMBER = frameLine(0, 'M110 N0');
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

/** So long is an ok on its way, or its command in execution, before an M105 asks whether it was lost. */
const ASK_SOON_MS = 500;

/**
 * When to ask after an ok that does not come. Soon where the answer to M105 can be told from other oks: it then costs
 * nothing when the firmware was only slow.
 */
export function okDeadline(state: StreamerState, now: number): number {
  const { okMs } = state.profile.timeouts;
  const isSoon = state.okTellsTemperatures === true && state.checksNumbers !== false;
  return now + (isSoon ? Math.min(ASK_SOON_MS, okMs) : okMs);
}

/** Writes an unnumbered command. */
export const writePlain = (command: string, effects: EffectBuffer): void => {
  effects.frames.push(Buffer.from(`${command}\n`, 'latin1'));
};

function sendPlain(state: StreamerState, command: string, now: number, effects: EffectBuffer): void {
  state.phase = 'plain';
  state.plainProbed = false;
  state.probes = 0;
  state.waitedSince = now;
  state.deadline = okDeadline(state, now);
  if (command.startsWith('M105')) noteQuestion(state);
  if (state.numbersPlains && !command.startsWith('N')) numberPlain(state, command, effects);
  else writePlain(command, effects);
}

/** It becomes a line like those of a script, but alone in flight. */
function numberPlain(state: StreamerState, command: string, effects: EffectBuffer): void {
  remember(state, command, -1);
  effects.frames.push(frameLine(state.next++, command));
}

/** Sends what the firmware can take: plain commands first, each alone; then lines up to the window. */
export function pump(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.phase !== 'ready') return;
  const plain = state.plains[0];
  // Lines that were asked for again go first where it needs a number of its own.
  if (plain !== undefined && (!state.numbersPlains || state.next === state.newest)) {
    if (inFlight(state) === 0) sendPlain(state, plain, now, effects);
    return;
  }
  if (!state.running) return;
  if (state.newest === 1 && mayAsk(state)) {
    query(state, now, effects);
    return;
  }
  // A line that cannot be sent ends the run, and would be tried for ever.
  while (hasRoom(state) && prepareLine(state, effects)) if (!sendLine(state, now, effects)) return;
  if (inFlight(state) > 0 || state.phase !== 'ready') return;
  if (state.wait && 'ms' in state.wait) return dwell(state, state.wait, now, effects);
  state.deadline = NEVER;
  if (state.isStarved && !state.held && !state.wait) return starve(state, now, effects);
  if ((state.held || state.exhausted) && !state.wait && state.next === state.newest)
    onDrained(state, now, effects);
}

/** The machine stands, perhaps hot, and the disk brings nothing. */
function starve(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.starvedSince ??= now;
  state.deadline = state.starvedSince + LONGEST_READ_MS;
  if (now < state.deadline) return;
  fail(state, 'MACHINE.FILE_STALLED', { seconds: LONGEST_READ_MS / 1000 }, effects);
}

/** All moves are done: the time begins, or is over. */
function dwell(state: StreamerState, wait: Dwell, now: number, effects: EffectBuffer): void {
  const until = wait.until ?? now + wait.ms;
  state.wait = now < until ? { ...wait, until } : null;
  state.deadline = until;
  if (!state.wait) pump(state, now, effects);
}

/**
 * Oks alone do not prove that every line was accepted: one whose N was spoilt passes for an unknown command,
 * and is answered with an ok. So the firmware is asked for its number before anybody relies on it.
 */
function onDrained(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (mayAsk(state)) query(state, now, effects);
  else effects.events.push({ kind: 'drained' });
}

const mayAsk = (state: StreamerState): boolean => state.unverified && state.checksNumbers !== false;

/** Asks which line the firmware expects, with a number that it must refuse: nothing is executed by it. */
export function query(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.phase = 'querying';
  state.unexpectedOk = false;
  state.deadline = now + state.profile.timeouts.okMs;
  effects.frames.push(frameLine(state.newest + FAR_AHEAD, 'M105'));
}

/** Lines that may be in flight: as many as the firmware has said it can hold, else what its profile says. */
export function windowOf({ advanced, slots, profile: { buffer } }: StreamerState): number {
  const window = advanced ? Math.max(1, Math.min(buffer.advancedOkWindow, slots)) : buffer.window;
  return Math.min(window, HISTORY / 2);
}

function hasRoom(state: StreamerState): boolean {
  const lines = inFlight(state);
  if (lines === 0) return true;
  if (lines >= windowOf(state)) return false;
  let bytes = state.profile.framing.maxBytes;
  for (let line = state.acknowledged + 2; line < state.next; line++) bytes += lengthOf(state, line);
  // The oldest line has left the ring for the command buffer; the others and the new one must fit in it.
  return bytes <= state.profile.buffer.rxBytes + state.profile.framing.maxBytes;
}

/** Makes sure that a line `next` exists; false when there is nothing to send now. */
function prepareLine(state: StreamerState, effects: EffectBuffer): boolean {
  if (state.next < state.newest) return true;
  const scripted = state.scripts.shift();
  if (scripted !== undefined) {
    remember(state, scripted, -1);
    return true;
  }
  return !state.held && !state.wait && !state.exhausted && takeFromSource(state, effects);
}

function takeFromSource(state: StreamerState, effects: EffectBuffer): boolean {
  const { source } = state;
  for (;;) {
    const taken = source?.next();
    state.isStarved = taken === undefined;
    if (taken === undefined || !source) return false;
    state.starvedSince = null;
    if (taken === null) {
      state.exhausted = true;
      if (source.error) failFile(state, source.error, effects);
      return false;
    }
    const command = plainForm(taken);
    const special = specialOf(command, !state.emergencyParser);
    noteTool(state, command);
    if (special) begin(state, special, command, effects);
    const sent = special ? special.sent : command;
    if (sent !== null) {
      remember(state, sent, source.offset);
      state.linesSent++;
      return true;
    }
    if (state.held || state.wait) return false;
  }
}

/** `T1`, and Klipper's `ACTIVATE_EXTRUDER EXTRUDER=extruder1`. */
function noteTool(state: StreamerState, command: string): void {
  const letter = command.charCodeAt(0);
  if (letter !== LETTER_T && letter !== LETTER_A) return;
  const [, tool] = TOOL.exec(command) ?? [];
  if (tool !== undefined) state.tool = Number(tool || 0);
}

function failFile(state: StreamerState, error: Error, effects: EffectBuffer): void {
  if (error instanceof Fault) fail(state, error.code, error.details, effects);
  else fail(state, 'MACHINE.FILE_LOST', { reason: error.message }, effects);
}

/** Holds the run for somebody, or begins to wait in the firmware's place. */
function begin(
  state: StreamerState,
  { person, wait }: Special,
  command: string,
  effects: EffectBuffer,
): void {
  if (wait) state.wait = isHeaterWait(wait) ? { ...wait, selected: state.tool } : wait;
  if (!person) return;
  state.held = true;
  effects.events.push({ kind: 'attention', command });
}

/** False for a line that the firmware would cut: the run has failed. */
function sendLine(state: StreamerState, now: number, effects: EffectBuffer): boolean {
  const line = state.next;
  const frame = frameLine(line, commandOf(state, line));
  const limit = Math.max(state.source?.maxFrameBytes ?? 0, state.profile.framing.maxBytes);
  if (frame.length > limit) {
    fail(state, 'FILE.LINE_TOO_LONG', { line, bytes: frame.length, limit }, effects);
    return false;
  }
  rememberLength(state, line, frame.length);
  if (inFlight(state) === 0) {
    state.waitedSince = now;
    state.deadline = okDeadline(state, now);
  }
  state.next++;
  state.unverified = true;
  effects.frames.push(frame);
  return true;
}
