import type { Wait } from '../engine/wait';
import { fill } from '../fill';
import type { Hardware } from '../hardware';
import type { Heater } from '../thermal/heater';
import { type Command, has, numberOf } from './command';
import { afterMoves, type Board, type Handler, type Handlers, now } from './handler';

/** The names that the profile's templates of temperature reports may use. */
function readings({ nozzle, nozzles, bed, chamber, options }: Hardware): Record<string, string> {
  const { decimals } = options.profile.simulation;
  const degrees = (value: number) => value.toFixed(decimals);
  const each = nozzles.length > 1 ? nozzles : [];
  const tool = ({ actual, target }: Heater, index: number) =>
    ` T${index}:${degrees(actual)} /${degrees(target)}`;
  return {
    nozzle: degrees(nozzle.actual),
    nozzleTarget: degrees(nozzle.target),
    nozzlePower: String(nozzle.power),
    bed: degrees(bed.actual),
    bedTarget: degrees(bed.target),
    bedPower: String(bed.power),
    chamber: chamber ? ` C:${degrees(chamber.actual)} /${degrees(chamber.target)}` : '',
    tools: each.map(tool).join(''),
    toolPowers: each.map((heater, index) => ` @${index}:${heater.power}`).join(''),
  };
}

/** ` T:19.38 /0.00 B:19.38 /0.00 @:0 B@:0` in Marlin, with its leading space: temperature.cpp. */
export const heaterStates = (hardware: Hardware): string =>
  fill(hardware.options.profile.simulation.temperatures, readings(hardware));

function nozzleOf(command: Command, board: Board): Heater | undefined {
  const { hardware } = board;
  const tool = numberOf(command, 'T') ?? hardware.tool;
  const heater = hardware.nozzles[tool];
  if (!heater) board.say(`echo:${command.code} Invalid extruder ${tool}`);
  return heater;
}

/** S sets a target and waits to heat up; R also waits to cool down. */
function setTarget(command: Command, heater: Heater): boolean {
  const wanted = numberOf(command, 'S') ?? numberOf(command, 'R');
  if (wanted === undefined) return false;
  heater.target = wanted;
  return has(command, 'R') || heater.actual < wanted;
}

/** The wait of M109 and M190, with a report each second; an out-of-band M108 ends it. */
function settling(board: Board, heater: Heater): Wait {
  const until = now(board) + heater.settlesInMs;
  const { waiting } = board.hardware.options.profile.simulation;
  const remaining = () => Math.max(0, Math.round((until - now(board)) / 1000));
  return {
    until,
    shows: 'processing',
    endedBy: ['M108'],
    eachSecond: () =>
      fill(waiting, { ...readings(board.hardware), seconds: heater.power > 100 ? '?' : remaining() }),
    next: () => undefined,
  };
}

const setNozzle: Handler = (command, board) => {
  const heater = nozzleOf(command, board);
  if (heater) setTarget(command, heater);
  return undefined;
};
const setBed: Handler = (command, board) => {
  setTarget(command, board.hardware.bed);
  return undefined;
};
const waitNozzle: Handler = (command, board) => {
  const heater = nozzleOf(command, board);
  return heater && setTarget(command, heater) ? settling(board, heater) : undefined;
};
const waitBed: Handler = (command, board) =>
  setTarget(command, board.hardware.bed) ? settling(board, board.hardware.bed) : undefined;

/** M141; with `waits` M191. Only with a chamber: see `execute`. */
const setChamber =
  (waits: boolean): Handler =>
  (command, board) => {
    const { chamber } = board.hardware;
    const heats = chamber !== null && setTarget(command, chamber);
    return waits && heats ? settling(board, chamber) : undefined;
  };

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

/** Klipper's heaters.py: `heater_generic`, which M105 does not show unless it is told to (`gcode_id`). */
const setGeneric: Handler = ({ argument }, board) => {
  const [, target] = /TARGET=([\d.]+)/.exec(argument) ?? [];
  if (board.hardware.chamber) board.hardware.chamber.target = Number(target ?? 0);
  return undefined;
};

export const thermalCommands: Handlers = {
  M104: setNozzle,
  M106: fan((command) => numberOf(command, 'S') ?? 255),
  M107: fan(() => 0),
  M109: (command, board) => afterMoves(board, () => waitNozzle(command, board)),
  M140: setBed,
  M141: setChamber(false),
  M155: autoReport,
  M190: (command, board) => afterMoves(board, () => waitBed(command, board)),
  M191: (command, board) => afterMoves(board, () => setChamber(true)(command, board)),
  M302: coldExtrusion,
  SET_HEATER_TEMPERATURE: setGeneric,
  TURN_OFF_HEATERS: (_command, board) => {
    board.hardware.heatersOff();
    return undefined;
  },
};
