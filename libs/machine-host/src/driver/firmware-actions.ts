import type { PauseReason } from '../machine-driver';
import { commandOf, type StreamerState } from '../streamer/state';
import type { ActiveRun } from './active-run';

type FirmwareAction =
  | { readonly kind: 'pause'; readonly reason: PauseReason }
  | { readonly kind: 'resume' }
  | { readonly kind: 'cancel' };

/**
 * What a `//action:` asks of the host; null when nothing. A file can forge actions with `M118 A1 action:…`, so
 * none is believed while such a line is in flight.
 */
function readAction(text: string, state: StreamerState): FirmwareAction | null {
  for (let line = state.acknowledged + 1; line < state.next; line++)
    if (commandOf(state, line).startsWith('M118')) return null;
  const [verb = '', ...rest] = text.split(' ');
  const message = rest.join(' ');
  if (verb === 'pause' || verb === 'paused') return { kind: 'pause', reason: { kind: 'firmware', message } };
  if (verb === 'filament_runout') return { kind: 'pause', reason: { kind: 'filament-runout', message } };
  if (verb === 'resume' || verb === 'resumed') return { kind: 'resume' };
  return verb === 'cancel' ? { kind: 'cancel' } : null;
}

/** Does with the run what the firmware asks for. */
export function obeyAction(text: string, state: StreamerState, run: ActiveRun): void {
  const action = readAction(text, state);
  if (action?.kind === 'pause') run.pause(action.reason);
  else if (action?.kind === 'resume') run.resume();
  else if (action?.kind === 'cancel') run.cancel();
}
