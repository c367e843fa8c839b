import type { Reply } from '../protocol/reply';
import type { Reading } from '../protocol/temperatures';
import type { EffectBuffer } from './effects';
import { fail, pump, query } from './send';
import { asksTemperatures, type StreamerState } from './state';
import { degreesToGo, type HeaterWait, isHeaterWait, mayBeAbsent, readingOf, type WaitWatch } from './waits';

/** A single occurrence may be noise. */
const ENOUGH = 3;

/** Checks one reply, before it is handled otherwise. */
export function watchWait(state: StreamerState, reply: Reply, now: number, effects: EffectBuffer): void {
  const { wait } = state.run;
  if (!isHeaterWait(wait)) return;
  const watch = state.run.watch?.wait === wait ? state.run.watch : begin(wait, now);
  state.run.watch = watch;
  const reading = reply.temperatures && readingOf(wait, reply.temperatures);
  const toGo = reading ? degreesToGo(wait, reading) : Number.NaN;
  if (toGo <= 0) return end(state, now, effects);
  if (reading && !Number.isNaN(toGo)) return onNearer(state, watch, reading, toGo, now, effects);
  if (reply.temperatures && isAbsent(watch)) return end(state, now, effects);
  if (reply.kind === 'ok' || reply.kind === 'other') watch.words = reply.text;
  if (reply.kind === 'ok' && asksTemperatures(state, state.plain.commands[0])) watch.unread++;
  onUnread(state, watch, now, effects);
}

const begin = (wait: HeaterWait, now: number): WaitWatch => ({
  ...{ wait, heardAt: now, nearestC: Number.POSITIVE_INFINITY, nearestAt: now },
  ...{ unread: 0, absent: 0, off: 0, words: '' },
});

function end(state: StreamerState, now: number, effects: EffectBuffer): void {
  state.run.wait = null;
  state.run.watch = null;
  pump(state, now, effects);
}

/** Marlin without a heated bed skips a wait for it as well; every printer has a nozzle. */
function isAbsent(watch: WaitWatch): boolean {
  watch.absent++;
  return mayBeAbsent(watch.wait) || (watch.wait.heater === 'bed' && watch.absent >= ENOUGH);
}

function onNearer(
  state: StreamerState,
  watch: WaitWatch,
  { actual, target }: Reading,
  toGo: number,
  now: number,
  effects: EffectBuffer,
): void {
  Object.assign(watch, { heardAt: now, unread: 0, absent: 0 });
  if (toGo <= watch.nearestC - 1) Object.assign(watch, { nearestC: toGo, nearestAt: now });
  const { stallMs } = state.profile.timeouts;
  if (now - watch.nearestAt < stallMs) return askWhetherReset(state, watch, target, now, effects);
  if (isCooling(watch.wait, actual)) return end(state, now, effects);
  const details = {
    celsius: Math.round(actual),
    target: Math.round(actual + toGo),
    minutes: stallMs / 60_000,
  };
  fail(state, 'MACHINE.HEATING_STALLED', details, effects);
}

/** Marlin also continues when `R` asks for less than the room temperature (M190.cpp, MIN_COOLING_SLOPE_TIME_BED). */
const isCooling = ({ exactly, targetC }: HeaterWait, actual: number): boolean =>
  exactly && targetC !== null && actual > targetC;

/** A reset board no longer heats: its line number shows the reset if its banner was lost. */
function askWhetherReset(
  state: StreamerState,
  watch: WaitWatch,
  target: number | null,
  now: number,
  effects: EffectBuffer,
): void {
  watch.off = target === 0 && watch.wait.atMostC === undefined ? watch.off + 1 : 0;
  if (watch.off === ENOUGH && state.phase === 'ready' && state.firmware.checksNumbers !== false)
    query(state, now, effects);
}

function onUnread(state: StreamerState, watch: WaitWatch, now: number, effects: EffectBuffer): void {
  const { unreadableMs } = state.profile.timeouts;
  if (watch.unread < ENOUGH || now - watch.heardAt < unreadableMs) return;
  const details = { message: watch.words || 'ok', seconds: Math.round(unreadableMs / 1000) };
  fail(state, 'MACHINE.TEMPERATURE_UNREADABLE', details, effects);
}
