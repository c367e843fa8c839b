import type { Reply } from '../protocol/reply';
import type { EffectBuffer } from './effects';
import { onOk } from './on-ok';
import { afterQuery, onNeedsNumber, onResend, probe, probePlain, settled } from './recover';
import { fail, NEVER, pump } from './send';
import { failOfReset } from './set-back';
import { inFlight, noteSlip, oldestCommand, type StreamerState } from './state';
import { watchWait } from './wait-watch';

/** `now` is milliseconds on a clock that only grows. */
export type StreamerInput =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly now: number }
  /** Time has passed: sent at `state.deadline` or whenever convenient after it. */
  | { readonly kind: 'timer'; readonly now: number }
  /** The source has more, or the state was told to hold, to go on or to exchange something. */
  | { readonly kind: 'pump'; readonly now: number }
  /** An out-of-band command was written: find out where the firmware stands. */
  | { readonly kind: 'interrupt'; readonly now: number };

/**
 * The streamer of the numbered, ok-based dialects. Deterministic: the same inputs make the same effects.
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
  if (state.wait) watchWait(state, reply, now, effects);
  if (state.phase === 'ended') return;
  switch (reply.kind) {
    case 'ok':
      // An error without a request to resend: that was lost, and the ok is of a line that the firmware has not taken.
      if (state.erred) state.spareOks++;
      state.erred = false;
      return onOk(state, reply, now, effects);
    case 'line-error':
      state.erred = state.phase !== 'querying';
      return;
    case 'resend':
      // The error before it was this line's own, which is mended.
      if (state.slips.at(-1)?.kind === 'error') state.slips.pop();
      return onResend(state, reply.line, now, effects);
    case 'busy':
      return onBusy(state, reply.text, now, effects);
    case 'banner':
      return onBanner(state, effects);
    case 'rebooted':
      return state.running ? onBanner(state, effects) : undefined;
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
      // Perhaps the word that a line was none, spoilt itself.
      if (inFlight(state) > 0) state.spareOks++;
      return;
    default:
    // Temperature reports do not refresh the ok timer: a lost ok would look alive for ever.
  }
}

/** A sign of life: what is awaited may still come. Who waits for a person may wait: see `PauseWarmth`. */
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
  state.probes = 0;
}

/** It was not carried out and will not be: all behind it would be printed onto what is not there. */
function onRefusal(state: StreamerState, message: string, effects: EffectBuffer): void {
  if (state.running) fail(state, 'MACHINE.COMMAND_REFUSED', { message }, effects);
}

/** Asked for the line that it expects, the firmware answers with an error: nothing is wrong. */
function onError(state: StreamerState, message: string): void {
  if (state.phase !== 'querying') noteSlip(state, 'error', message);
}

/** It does nothing at all, and answers as if it did. */
function onLocked(state: StreamerState, message: string, effects: EffectBuffer): void {
  if (state.running) fail(state, 'MACHINE.LOCKED', { message }, effects);
}

function onBanner(state: StreamerState, effects: EffectBuffer): void {
  if (state.running) failOfReset(state, effects);
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
  // Each order earns an ok of its own.
  state.spareOks++;
  // Once is enough: more questions would only fill the buffer of a firmware that waits.
  const isAsked = state.strict && state.phase !== 'ready';
  state.strict = true;
  state.probes = 0;
  if (isAsked) return;
  probe(state, now, effects);
}
