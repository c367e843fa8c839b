import type { Wait } from '../engine/wait';
import type { Command } from './command';
import type { Board, Handler, Handlers } from './handler';
import { hostCommands, selectTool } from './host-commands';
import { motionCommands } from './motion-commands';
import { promptCommands } from './prompt-commands';
import { thermalCommands } from './thermal-commands';

const acknowledgeOnly = () => undefined;
/** Marlin knows them only with HAS_HEATED_CHAMBER (gcode.cpp). */
const CHAMBER_ONLY = new Set(['M141', 'M191']);

const known: Handlers = {
  ...motionCommands,
  ...thermalCommands,
  ...promptCommands,
  ...hostCommands,
  // Its answer is the ok itself: see Firmware.answer.
  M105: acknowledgeOnly,
};
/** A map, since a garbled line may read `constructor`. */
const commands: ReadonlyMap<string, Handler> = new Map(Object.entries(known));

/** Executes a command, or returns false when this firmware does not know it. */
export function execute(command: Command, board: Board): Wait | undefined | false {
  if (CHAMBER_ONLY.has(command.code) && !board.hardware.chamber) return false;
  const handler = commands.get(command.code) ?? (/^T\d+$/.test(command.code) ? selectTool : undefined);
  return handler ? handler(command, board) : false;
}
