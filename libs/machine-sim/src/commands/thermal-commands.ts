import type { Wait } from '../engine/wait';
import type { Hardware } from '../hardware';
import type { Heater } from '../thermal/heater';
import { type Command, has, numberOf } from './command';
import { afterMoves, type Board, type Handler, type Handlers, now } from './handler';

const reading = (name: string, heater: Heater): string =>
  `${name}:${heater.actual.toFixed(2)} /${heater.target.toFixed(2)}`;

/** ` T:19.38 /0.00 B:19.38 /0.00 @:0 B@:0`, with its leading space: temperature.cpp, `print_heater_states`. */
export function heaterStates({ nozzle, nozzles, bed }: Hardware): string {
  const each = nozzles.length > 1 ? nozzles : [];
  const states = each.map((heater, tool) => ` ${reading(`T${tool}`, heater)}`).join('');
  const powers = each.map((heater, tool) => ` @${tool}:${heater.power}`).join('');
  return ` ${reading('T', nozzle)} ${reading('B', bed)}${states} @:${nozzle.power} B@:${bed.power}${powers}`;
}

function nozzleOf(command: Command, board: Board): Heater | undefined {
  const { hardware } = board;
  const tool = numberOf(command, 'T') ?? hardware.tool;
  const heater = hardware.nozzles[tool];
  if (!heater) board.say(`echo:${command.code} Invalid extruder ${tool}`);
  return heater;
}

/** S sets a target and waits to heat up; R also waits to cool down. */
function wish(command: Command, heater: Heater): boolean {
  const wanted = numberOf(command, 'S') ?? numberOf(command, 'R');
  if (wanted === undefined) return false;
  heater.target = wanted;
  return has(command, 'R') || heater.actual < wanted;
}

/** The wait of M109 and M190, with a report each second; an out-of-band M108 ends it. */
function settling(board: Board, heater: Heater): Wait {
  const until = now(board) + heater.settlesInMs;
  const remaining = () => Math.max(0, Math.round((until - now(board)) / 1000));
  return {
    until,
    shows: 'processing',
    endedBy: ['M108'],
    eachSecond: () => `${heaterStates(board.hardware)} W:${heater.power > 100 ? '?' : remaining()}`,
    next: () => undefined,
  };
}

const setNozzle: Handler = (command, board) => {
  const heater = nozzleOf(command, board);
  if (heater) wish(command, heater);
  return undefined;
};
const setBed: Handler = (command, board) => {
  wish(command, board.hardware.bed);
  return undefined;
};
const waitNozzle: Handler = (command, board) => {
  const heater = nozzleOf(command, board);
  return heater && wish(command, heater) ? settling(board, heater) : undefined;
};
const waitBed: Handler = (command, board) =>
  wish(command, board.hardware.bed) ? settling(board, board.hardware.bed) : undefined;

const fan =
  (power: (command: Command) => number): Handler =>
  (command, board) => {
    board.hardware.fan = power(command);
    return undefined;
  };

/** M302: P1 allows cold extrusion, S sets the limit. */
const coldExtrusion: Handler = (command, board) => {
  const limit = numberOf(command, 'S');
  if (limit !== undefined) board.hardware.coldLimit = limit;
  if (numberOf(command, 'P') === 1) board.hardware.coldLimit = -Infinity;
  return undefined;
};

const autoReport: Handler = (command, board) => {
  board.reportEvery(numberOf(command, 'S') ?? 0);
  return undefined;
};

export const thermalCommands: Handlers = {
  M104: setNozzle,
  M106: fan((command) => numberOf(command, 'S') ?? 255),
  M107: fan(() => 0),
  M109: (command, board) => afterMoves(board, () => waitNozzle(command, board)),
  M140: setBed,
  M155: autoReport,
  M190: (command, board) => afterMoves(board, () => waitBed(command, board)),
  M302: coldExtrusion,
};
