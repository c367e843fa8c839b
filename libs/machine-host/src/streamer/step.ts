import type { Reply } from '../protocol/reply';
import type { EffectBuffer } from './effects';
import { inFlight } from './lines';
import { noteSlip } from './note-slip';
import { onOk } from './on-ok';
import { afterQuery, onNeedsNumber, onResend, probe, probePlain, settled } from './recover';
import { fail, NEVER, pump } from './send';
import { failOfReset } from './set-back';
import { oldestCommand, type StreamerState } from './state';
import { watchWait } from './wait-watch';

/** `now` is milliseconds on a clock that only grows. */
export type StreamerInput =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly now: number }
  /** Time has passed: sent at `state.deadline`, or any time after it. */
  | { readonly kind: 'timer'; readonly now: number }
  /** The source has more commands, or the caller has changed the state: the run is held or continues, or a command waits. */
  | { readonly kind: 'pump'; readonly now: number }
  /** A command was written outside the sequence of lines: the firmware is asked which line it expects. */
  | { readonly kind: 'interrupt'; readonly now: number };

/**
 * The streamer for dialects with numbered lines and one `ok` for each. Deterministic: the same inputs make the same
 * effects.
 *
 *     file ─ CommandSource ─┐                      ┌─ frames ─ Transport ─ machine
 *     scripts, polls ───────┼─ step(state, input) ─┤                         │
 *     timers ───────────────┘          ▲           └─ events ─ driver        │
 *                                      └── Reply ── parser ── LineReader ────┘
 *
 * It changes `state` and fills `effects`, which the caller has cleared.
 */
export function step(state: StreamerState, input: StreamerInput, effects: EffectBuffer): void {
  if (state.phase === 'ended') return;
  if (input.kind === 'reply') onReply(state, input.reply, input.now, effects);
  else if (input.kind === 'timer') onTimer(state, input.now, effects);
  else if (input.kind === 'pump') pump(state, input.now, effects);
  else onInterrupt(state, input.now, effects);
}

function onReply(state: StreamerState, reply: Reply, now: number, effects: EffectBuffer): void {
  if (state.run.wait) watchWait(state, reply, now, effects);
  if (state.phase === 'ended') return;
  switch (reply.kind) {
    case 'ok':
      // A line error without a request to resend: the request was lost, and this ok belongs to a line that the firmware has
      // not accepted.
      if (state.recovery.erred) state.recovery.spareOks++;
      state.recovery.erred = false;
      return onOk(state, reply, now, effects);
    case 'line-error':
      state.recovery.erred = state.phase !== 'querying';
      return;
    case 'resend':
      // The error message before the request was about this line, which is sent again: the error is repaired.
      if (state.slips.at(-1)?.kind === 'error') state.slips.pop();
      return onResend(state, reply.line, now, effects);
    case 'busy':
      return onBusy(state, reply.text, now, effects);
    case 'banner':
      return onBanner(state, effects);
    case 'rebooted':
      return state.run.active ? onBanner(state, effects) : undefined;
    case 'refusal':
      return onRefusal(state, reply.text, effects);
    case 'locked':
      return onLocked(state, reply.text, effects);
    case 'prevented':
    case 'ignored':
    case 'warning':
      return noteSlip(state, reply.kind, reply.text);
    case 'error':
      return onError(state, reply.text);
    case 'needs-number':
      return onNeedsNumber(state, now, effects);
    case 'halted':
      return fail(state, 'MACHINE.HALTED', { message: reply.text }, effects);
    case 'other':
      // Perhaps a damaged “unknown command” message about a damaged line: then an ok follows that belongs to no line.
      if (inFlight(state) > 0) state.recovery.spareOks++;
      return;
    default:
    // Temperature reports do not extend the time for an ok: otherwise a lost ok would never be noticed.
  }
}

/**
 * The firmware is busy: it gets more time for its ok, up to the limit for one command. While it waits for a person
 * there is no limit here: see `PauseWarmth`.
 */
function onBusy(state: StreamerState, text: string, now: number, effects: EffectBuffer): void {
  if (state.deadline === NEVER || state.phase === 'settling') return;
  const { commandMs } = state.profile.timeouts;
  if (text.startsWith('paused for')) state.waitedSince = now;
  if (now - state.waitedSince >= commandMs) {
    fail(
      state,
      'MACHINE.COMMAND_ENDLESS',
      { message: oldestCommand(state), minutes: commandMs / 60_000 },
      effects,
    );
    return;
  }
  state.deadline = now + state.profile.timeouts.busyMs;
  state.recovery.probes = 0;
}

/** The firmware will not execute this command: the later ones would print on a part that is incomplete. */
function onRefusal(state: StreamerState, message: string, effects: EffectBuffer): void {
  if (state.run.active) fail(state, 'MACHINE.COMMAND_REFUSED', { message }, effects);
}

/** The answer to the question for its expected line is an error, too: that one is normal. */
function onError(state: StreamerState, message: string): void {
  if (state.phase !== 'querying') noteSlip(state, 'error', message);
}

/** A locked firmware executes nothing, but answers with oks. */
function onLocked(state: StreamerState, message: string, effects: EffectBuffer): void {
  if (state.run.active) fail(state, 'MACHINE.LOCKED', { message }, effects);
}

function onBanner(state: StreamerState, effects: EffectBuffer): void {
  if (state.run.active) failOfReset(state, effects);
  else effects.events.push({ kind: 'reset' });
}

function onTimer(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (now < state.deadline) return;
  if (state.phase === 'plain') probePlain(state, now, effects);
  else if (state.phase === 'settling') settled(state, now, effects);
  else if (state.phase === 'querying') afterQuery(state, now, effects);
  else if (state.phase !== 'ready' || inFlight(state) > 0) probe(state, now, effects);
  else {
    state.deadline = NEVER;
    pump(state, now, effects);
  }
}

function onInterrupt(state: StreamerState, now: number, effects: EffectBuffer): void {
  if (state.phase === 'plain' || inFlight(state) === 0) {
    pump(state, now, effects);
    return;
  }
  // The firmware answers the written command with an ok as well.
  state.recovery.spareOks++;
  // The firmware was asked already. More questions would only fill its buffer.
  const isAsked = state.recovery.strict && state.phase !== 'ready';
  state.recovery.strict = true;
  state.recovery.probes = 0;
  if (isAsked) return;
  probe(state, now, effects);
}
