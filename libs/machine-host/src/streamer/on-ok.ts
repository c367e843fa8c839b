import type { Reply } from '../protocol/reply';
import type { EffectBuffer } from './effects';
import { noteAnswer, noticeOddLineOk, noticeOddOk, readByManners } from './ok-manners';
import {
  afterProbe,
  oldestAsksTemperatures,
  onPlainAnswered,
  onUnexpectedOk,
  resume,
  settledIfComplete,
} from './recover';
import { okDeadline, pump } from './send';
import { inFlight, type StreamerState } from './state';

/** An ok, in whatever phase. */
export function onOk(state: StreamerState, reply: Reply, now: number, effects: EffectBuffer): void {
  const odd = state.phase === 'plain' && noticeOddOk(state, reply);
  if (state.phase === 'ready' || state.phase === 'probing') noticeOddLineOk(state, reply);
  noteAnswer(state, reply);
  readByManners(state, reply);
  if (reply.bufferFree >= 0) {
    state.advanced = true;
    if (reply.bufferFree > state.slots) state.slots = reply.bufferFree;
  }
  if (belongsToResend(state, reply)) {
    state.okOwed = false;
    if (state.phase === 'settling') settledIfComplete(state, now, effects);
    return;
  }
  if (state.phase === 'plain') onPlainOk(state, reply, odd, now, effects);
  else if (isProbe(state) && reply.temperatures) afterProbe(state, now, effects);
  else if (state.phase === 'querying') onUnexpectedOk(state, now);
  else if (state.phase !== 'clearing') acknowledge(state, reply, now, effects);
}

const isProbe = (state: StreamerState): boolean => state.phase === 'probing' || state.phase === 'clearing';

/** With ADVANCED_OK the ok of a resend is the only one with nothing behind it; else it is the first to come. */
const belongsToResend = (state: StreamerState, reply: Reply): boolean =>
  reply.bare && (state.advanced || state.okOwed);

/** @param odd it carries what no ok to this command should, and can be no other's: that is not certain either */
function onPlainOk(
  state: StreamerState,
  reply: Reply,
  odd: boolean,
  now: number,
  effects: EffectBuffer,
): void {
  const command = state.plains[0] ?? '';
  const asksTemperatures = command.startsWith('M105');
  const tells = reply.temperatures !== null && (asksTemperatures || !reply.glued);
  // One that tells none may be that of a command before: only a second question, answered alike, shows the firmware's way.
  if (asksTemperatures && (tells || (state.okTellsTemperatures === null && state.plainProbed)))
    state.okTellsTemperatures = tells;
  const certain = (asksTemperatures && state.okTellsTemperatures !== false) === tells;
  // The answer to a probe: the plain command before it was executed or lost.
  const probed = tells && state.plainProbed;
  const late = isLate(state, command, reply);
  if (!odd && ((!certain && !probed) || late)) return;
  onPlainAnswered(state, certain && !late, now, effects);
}

/** A late ok of a numbered line. M110 is the one plain command with a number, unless all have one. */
function isLate(state: StreamerState, command: string, { line }: Reply): boolean {
  if (line < 0 || command.startsWith('N')) return false;
  return !state.numbersPlains || line !== state.next - 1;
}

function acknowledge(state: StreamerState, reply: Reply, now: number, effects: EffectBuffer): void {
  if (inFlight(state) <= 0) return;
  // An out-of-band command earns an ok of its own, so oks say nothing until the firmware was asked.
  const line = state.strict && !state.advanced ? 0 : acknowledgedLine(state, reply);
  if (line <= state.acknowledged || line >= state.next) return;
  state.acknowledged = line;
  state.probes = 0;
  state.unusableRequests = 0;
  if (line >= state.requestedLine) state.requestCount = 0;
  if (state.phase === 'ready') {
    state.deadline = okDeadline(state, now);
    pump(state, now, effects);
  } else if (state.phase === 'probing') onLateOk(state, now, effects);
  // While settling, the requests to resend that are still to come have their own short time: oks do not make it longer.
}

/** The firmware was only slow: it is at work, and what it has room for goes on being sent. */
function onLateOk(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.deadline = now + state.profile.timeouts.okMs;
  if (!state.strict && (state.advanced || inFlight(state) === 0)) resume(state, now, effects);
}

/** The line that an ok answers; 0 when it answers none. */
function acknowledgedLine(state: StreamerState, reply: Reply): number {
  if (reply.line >= 0) return reply.line;
  // A probe answered late must not pass for the ok of a line.
  if (reply.temperatures && !reply.glued) return oldestAsksTemperatures(state) ? state.acknowledged + 1 : 0;
  // With ADVANCED_OK every numbered line is answered with its number: this is some unnumbered command's.
  return state.advanced ? 0 : state.acknowledged + 1;
}
