import type { Reply } from '../protocol/reply';
import type { EffectBuffer } from './effects';
import { inFlight } from './lines';
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
import { asksTemperatures, type StreamerState } from './state';

/** Handles an ok, in any phase. */
export function onOk(state: StreamerState, reply: Reply, now: number, effects: EffectBuffer): void {
  const odd = state.phase === 'plain' && noticeOddOk(state, reply);
  if (state.phase === 'ready' || state.phase === 'probing') noticeOddLineOk(state, reply);
  noteAnswer(state, reply);
  readByManners(state, reply);
  if (reply.bufferFree >= 0) {
    state.firmware.advanced = true;
    if (reply.bufferFree > state.firmware.slots) state.firmware.slots = reply.bufferFree;
  }
  if (belongsToResend(state, reply)) {
    state.recovery.okOwed = false;
    if (state.phase === 'settling') settledIfComplete(state, now, effects);
    return;
  }
  if (state.phase === 'plain') onPlainOk(state, reply, odd, now, effects);
  else if (isProbe(state) && reply.temperatures) afterProbe(state, now, effects);
  else if (state.phase === 'querying') onUnexpectedOk(state, now);
  else if (state.phase !== 'clearing') acknowledge(state, reply, now, effects);
}

const isProbe = (state: StreamerState): boolean => state.phase === 'probing' || state.phase === 'clearing';

/** With ADVANCED_OK the ok of a resend is the only one without fields; else it is the next ok. */
const belongsToResend = (state: StreamerState, reply: Reply): boolean =>
  reply.bare && (state.firmware.advanced || state.recovery.okOwed);

/** @param odd the ok has fields that do not belong to this command, and no other command explains it: it is not certain */
function onPlainOk(
  state: StreamerState,
  reply: Reply,
  odd: boolean,
  now: number,
  effects: EffectBuffer,
): void {
  const command = state.plain.commands[0] ?? '';
  const asks = asksTemperatures(state, command);
  const tells = reply.temperatures !== null && (asks || !reply.glued);
  // An ok without temperatures may belong to an earlier command: only a second query with the same answer shows the firmware's way.
  if (asks && (tells || (state.firmware.okTellsTemperatures === null && state.plain.probed)))
    state.firmware.okTellsTemperatures = tells;
  const certain = (asks && state.firmware.okTellsTemperatures !== false) === tells;
  // The answer to a probe: the earlier plain command was executed or lost.
  const probed = tells && state.plain.probed;
  const late = isLate(state, command, reply);
  if (!odd && ((!certain && !probed) || late)) return;
  onPlainAnswered(state, certain && !late, now, effects);
}

/** A late ok of a numbered line. Zeroing the line numbers is the one plain command with a number, unless all have one. */
function isLate(state: StreamerState, command: string, { line }: Reply): boolean {
  if (line < 0 || command.startsWith('N')) return false;
  return !state.firmware.numbersPlains || line !== state.lines.next - 1;
}

function acknowledge(state: StreamerState, reply: Reply, now: number, effects: EffectBuffer): void {
  if (inFlight(state) <= 0) return;
  // An out-of-band command gets an ok of its own, so oks cannot be counted until the firmware was asked.
  const line = state.recovery.strict && !state.firmware.advanced ? 0 : acknowledgedLine(state, reply);
  if (line <= state.lines.acknowledged || line >= state.lines.next) return;
  state.lines.acknowledged = line;
  state.recovery.probes = 0;
  state.recovery.unusableRequests = 0;
  if (line >= state.recovery.requestedLine) state.recovery.requestCount = 0;
  if (state.phase === 'ready') {
    state.deadline = okDeadline(state, now);
    pump(state, now, effects);
  } else if (state.phase === 'probing') onLateOk(state, now, effects);
  // While settling, expected resend requests have their own short time: oks do not extend it.
}

/** The firmware was only slow: it works, and lines are sent again as its buffer allows. */
function onLateOk(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.deadline = now + state.profile.timeouts.okMs;
  if (!state.recovery.strict && (state.firmware.advanced || inFlight(state) === 0))
    resume(state, now, effects);
}

/** The line that an ok answers; 0 when it answers none. */
function acknowledgedLine(state: StreamerState, reply: Reply): number {
  if (reply.line >= 0) return reply.line;
  // The late answer to a probe must not be taken for the ok of a line.
  if (reply.temperatures && !reply.glued)
    return oldestAsksTemperatures(state) ? state.lines.acknowledged + 1 : 0;
  // With ADVANCED_OK every numbered line is answered with its number: this ok belongs to an unnumbered command.
  return state.firmware.advanced ? 0 : state.lines.acknowledged + 1;
}
