import { commandOf, type StreamerState } from '../streamer/state';
import type { RunSlot } from './run-slot';

const ECHO = /^\s*[Mm]\s*0*118(?!\d)/;

/** The words of a `//action:` line. */
export interface FirmwareAction {
  readonly verb: string;
  readonly message: string;
}

/**
 * Reads an action; null for one that cannot be believed. A file can forge actions with `M118 A1 action:…`, so
 * none is while such a line is in flight.
 */
export function readAction(text: string, state: StreamerState): FirmwareAction | null {
  for (let line = state.acknowledged + 1; line < state.next; line++)
    if (ECHO.test(commandOf(state, line))) return null;
  const [verb = '', ...rest] = text.split(' ');
  return { verb, message: rest.join(' ') };
}

/** Does with the run what the firmware asks for. `paused` says that it has parked by itself, `pause` asks to. */
export function obeyAction({ verb, message }: FirmwareAction, slot: RunSlot): void {
  const { run } = slot;
  if (verb === 'pause' || verb === 'paused') run?.pause({ kind: 'firmware', message }, verb === 'paused');
  else if (verb === 'filament_runout') run?.pause({ kind: 'filament-runout', message });
  else if (verb === 'resume' || verb === 'resumed') run?.resumeByFirmware();
  else if (verb === 'cancel') slot.cancel();
}
