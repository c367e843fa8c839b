import { capabilityLines } from './capabilities';
import { type Command, numberOf } from './command';
import type { Board, Handler, Handlers } from './handler';

const nothing: Handler = () => undefined;

const speak =
  (words: (command: Command, board: Board) => string | null): Handler =>
  (command, board) => {
    const text = words(command, board);
    if (text !== null) board.say(text);
    return undefined;
  };

const setLineNumber: Handler = (command, board) => {
  const number = numberOf(command, 'N');
  // Once more, after its receipt: lines received in between no longer fit (M110.cpp).
  if (number !== undefined) board.numbers.last = number;
  return undefined;
};

const identify: Handler = (_command, board) => {
  const { profile, volume, isDeclared, speed } = board.hardware.options;
  if (isDeclared) board.say(`Cap:PANDAFAB_SPEED:${speed}`);
  if (profile.simulation.identifiesInOk) return undefined;
  for (const line of [...profile.identity.m115, ...capabilityLines(profile)]) board.say(line);
  if (!profile.simulation.tellsArea) return undefined;
  const corner = (x: number, y: number, z: number) =>
    `{x:${x.toFixed(2)},y:${y.toFixed(2)},z:${z.toFixed(2)}}`;
  const box = `{min:${corner(0, 0, 0)},max:${corner(volume.x, volume.y, volume.z)}}`;
  board.say(`area:{full:${box},work:${box}}`);
  return undefined;
};

/** M118 A1 and E1 put `//` and `echo:` in front: a file can forge action lines with it. */
const echo = speak(({ argument }) => {
  const prefixed = /^((?:[AEP]\d\s*)*)(.*)$/.exec(argument);
  const [, flags = '', message = ''] = prefixed ?? [];
  return `${flags.includes('E1') ? 'echo:' : ''}${flags.includes('A1') ? '//' : ''}${message}`;
});

const keepAlive: Handler = (command, board) => {
  const seconds = numberOf(command, 'S');
  if (seconds === undefined) board.say(`echo:M113 S${board.executor.keepAliveMs / 1000}`);
  else board.executor.keepAliveMs = seconds * 1000;
  return undefined;
};

/** Tuning that a print may carry and that changes nothing here. */
const TUNING = 'M17 M73 M117 M201 M203 M204 M205 M207 M208 M211 M301 M304 M500 M501 M502 M603 M605 M851 M900';
/** Commands that move filament by themselves in firmwares that have them; here they have no effect. */
const OWN_FILAMENT = 'M701 M702 Tx Tc PRINT_START';

export const hostCommands: Handlers = {
  ...Object.fromEntries(`${TUNING} ${OWN_FILAMENT}`.split(' ').map((code) => [code, nothing])),
  // Out of band they have acted already; here they only get their ok.
  M108: nothing,
  M110: setLineNumber,
  M112: (_command, board) => {
    board.kill();
    return undefined;
  },
  M113: keepAlive,
  M115: identify,
  M118: echo,
  M876: nothing,
  M510: (_command, board) => {
    board.locked = board.hardware.options.profile.simulation.locked.length > 0;
    return undefined;
  },
  M511: (_command, board) => {
    board.locked = false;
    return undefined;
  },
  // Klipper's gcode.py, `cmd_STATUS`.
  STATUS: speak((_command, { hardware }) => hardware.options.profile.identity.banner[0] ?? ''),
  FIRMWARE_RESTART: nothing,
};

/** T0, T1 … */
export const selectTool: Handler = (command, board) => {
  const tool = Number(command.code.slice(1));
  if (tool >= 0 && tool < board.hardware.nozzles.length) board.hardware.tool = tool;
  else board.say(`echo:T${tool} Invalid extruder`);
  return undefined;
};
