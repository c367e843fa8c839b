import type { Dialect } from '../dialect/dialect';
import { commandOf } from '../streamer/lines';
import type { StreamerState } from '../streamer/state';
import type { RunSlot } from './run-slot';

/** The parts of a `//action:` line. */
export interface FirmwareAction {
  readonly verb: string;
  readonly message: string;
}

/**
 * Reads an action; null for one that cannot be believed. A file can make the firmware say what looks like an
 * action, so none is believed while such a line is in flight.
 */
export function readAction(text: string, state: StreamerState, dialect: Dialect): FirmwareAction | null {
  for (let line = state.lines.acknowledged + 1; line < state.lines.next; line++)
    if (dialect.isEcho(commandOf(state, line))) return null;
  const [verb = '', ...rest] = text.split(' ');
  return { verb, message: rest.join(' ') };
}

/** Applies the firmware's action to the run. `paused` means that it has parked by itself, `pause` asks the host to pause. */
export function obeyAction({ verb, message }: FirmwareAction, slot: RunSlot): void {
  const { run } = slot;
  if (verb === 'pause' || verb === 'paused') run?.pause({ kind: 'firmware', message }, verb === 'paused');
  else if (verb === 'filament_runout') run?.pause({ kind: 'filament-runout', message });
  else if (verb === 'resume' || verb === 'resumed') run?.resumeByFirmware();
  else if (verb === 'cancel') slot.cancel();
}
