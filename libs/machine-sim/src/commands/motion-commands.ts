import { type Wait, waitUntil } from '../engine/wait';
import { arcLength, arcPlaces, type Centre, centreFromRadius } from '../motion/arc';
import type { Axis } from '../motion/motion';
import type { Segment } from '../motion/planner';
import { type Command, has, numberOf } from './command';
import { afterMoves, type Board, type Handler, type Handlers, now } from './handler';

/** HOMING_FEEDRATE_MM_M: 50 mm/s for X and Y, 4 for Z. */
const HOMING_RATE: Record<'X' | 'Y' | 'Z', number> = { X: 50, Y: 50, Z: 4 };

/** Counts the filament of a move, unless the nozzle is too cold or the move too long (planner.cpp, `_populate_block`). */
function extrude(board: Board, segment: Segment): Segment {
  const { hardware } = board;
  if (segment.de === 0) return segment;
  if (hardware.nozzle.actual < hardware.coldLimit) {
    for (const line of hardware.options.profile.simulation.coldExtrusion) board.say(line);
    return { ...segment, de: 0 };
  }
  const millimetres = hardware.drive.millimetres(hardware.tool, segment.de);
  const { longExtrusion, longestExtrusionMm } = hardware.options.profile.simulation;
  if (Math.abs(millimetres) > longestExtrusionMm) {
    for (const line of longExtrusion) board.say(line);
    return { ...segment, de: 0 };
  }
  hardware.gauge.feed(hardware.tool, millimetres);
  return segment;
}

/** Plans a move as soon as the planner has room. */
function plan(board: Board, take: () => Segment): Wait | undefined {
  const { planner } = board.hardware;
  const add = () => {
    planner.add(extrude(board, take()));
    return undefined;
  };
  return planner.free > 0 ? add() : waitUntil(planner.roomAt, add);
}

const line: Handler = (command, board) => plan(board, () => board.hardware.motion.travel(command));

function centreOf(command: Command, board: Board, chord: Segment, clockwise: boolean): Centre | null {
  const { motion } = board.hardware;
  const radius = motion.millimetres(command, 'R');
  if (radius !== undefined) return centreFromRadius(chord, radius, clockwise);
  if (!has(command, 'I') && !has(command, 'J')) return null;
  return { i: motion.millimetres(command, 'I') ?? 0, j: motion.millimetres(command, 'J') ?? 0 };
}

const arc =
  (clockwise: boolean): Handler =>
  (command, board) =>
    plan(board, () => {
      const { motion } = board.hardware;
      const { X, Y } = motion.position;
      const chord = motion.travel(command);
      const centre = centreOf(command, board, chord, clockwise);
      for (const { i, j } of centre ? arcPlaces(chord, centre, clockwise) : []) {
        motion.notice('X', X + i);
        motion.notice('Y', Y + j);
      }
      if (centre) return { ...chord, dx: arcLength(chord, centre, clockwise), dy: 0 };
      board.say('echo:G2/G3 bad parameters');
      return { ...chord, de: 0 };
    });

const homing: Handler = (command, board) =>
  afterMoves(board, () => {
    const { motion, options } = board.hardware;
    const named = (['X', 'Y', 'Z'] as const).filter((axis) => has(command, axis));
    const axes = named.length > 0 ? named : (['X', 'Y', 'Z'] as const);
    let seconds = 0;
    for (const axis of axes) seconds += motion.position[axis] / HOMING_RATE[axis] + 1;
    return waitUntil(now(board) + (seconds * 1000) / options.speed, () => {
      motion.home(axes);
      return undefined;
    });
  });

const dwell: Handler = (command, board) =>
  afterMoves(board, () => {
    const milliseconds = (numberOf(command, 'S') ?? 0) * 1000 || (numberOf(command, 'P') ?? 0);
    const until = now(board) + milliseconds / board.hardware.options.speed;
    // `dwell` of gcode.cpp checks only the time.
    return { ...waitUntil(until, () => undefined), endedBy: [] };
  });

const position: Handler = (_command, board) => {
  const { motion } = board.hardware;
  const axes: readonly Axis[] = ['X', 'Y', 'Z', 'E'];
  const shown = axes.map((axis) => `${axis}:${motion.logical(axis).toFixed(2)}`).join(' ');
  // DEFAULT_AXIS_STEPS_PER_UNIT: 80, 80, 400.
  const { X, Y, Z } = motion.position;
  const count = `X:${Math.round(X * 80)} Y:${Math.round(Y * 80)} Z:${Math.round(Z * 400)}`;
  board.say(`${shown} Count ${count}`);
  return undefined;
};

const set =
  (change: (command: Command, board: Board) => void): Handler =>
  (command, board) => {
    change(command, board);
    return undefined;
  };

const wait: Handler = (_command, board) => afterMoves(board, () => undefined);

export const motionCommands: Handlers = {
  G0: line,
  G1: line,
  G2: arc(true),
  G3: arc(false),
  G4: dwell,
  G20: set((_command, board) => board.hardware.motion.setInches(true)),
  G21: set((_command, board) => board.hardware.motion.setInches(false)),
  G28: homing,
  G90: set((_command, board) => board.hardware.motion.setRelative(false)),
  G91: set((_command, board) => board.hardware.motion.setRelative(true)),
  G92: set((command, board) => board.hardware.motion.setLogical(command)),
  M18: wait,
  M82: set((_command, board) => board.hardware.motion.setRelativeE(false)),
  M83: set((_command, board) => board.hardware.motion.setRelativeE(true)),
  M84: wait,
  M114: position,
  M200: set((command, { hardware }) => hardware.drive.setVolume(command, hardware.tool)),
  M220: set((command, { hardware }) => hardware.motion.setFeedPercent(numberOf(command, 'S') ?? 0)),
  M221: set((command, { hardware }) => hardware.drive.setFlow(command, hardware.tool)),
  M400: wait,
  M410: set((_command, board) => board.hardware.planner.clear()),
};
