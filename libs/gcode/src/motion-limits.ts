import { type CommandWords, wordIndex } from './command-words';
import type { SlicerSettings } from './slicers';

type Machine = NonNullable<SlicerSettings['machineLimits']>;

/** Speeds in mm/s, accelerations in mm/s². */
export interface PlannerLimits {
  acceleration: number;
  travelAcceleration: number;
  retractAcceleration: number;
  /** Per axis X, Y, Z, E. */
  readonly maxFeedrate: Float64Array;
  readonly maxAcceleration: Float64Array;
  /** Change of speed that an axis takes in a corner without slowing down. */
  readonly jerk: Float64Array;
  /** Millimetres; above 0 it limits corners instead of jerk. */
  junctionDeviation: number;
}

/** What PrusaSlicer assumes of a machine that states nothing (its `machine_max_*` defaults). */
export const defaultLimits = (): PlannerLimits => ({
  acceleration: 1500,
  travelAcceleration: 1500,
  retractAcceleration: 1500,
  maxFeedrate: Float64Array.of(500, 500, 12, 120),
  maxAcceleration: Float64Array.of(9000, 9000, 500, 10_000),
  jerk: Float64Array.of(10, 10, 0.2, 2.5),
  junctionDeviation: 0,
});

/** Applies the slicer's limits of the machine. */
export function adoptMachine(limits: PlannerLimits, machine: Machine): void {
  setAxes(limits.maxFeedrate, machine.feedrate);
  setAxes(limits.maxAcceleration, machine.acceleration);
  setAxes(limits.jerk, machine.jerk);
  limits.acceleration = positive(machine.extruding) ?? limits.acceleration;
  // 0 means "as extruding" (PrusaSlicer's machine_max_acceleration_travel).
  limits.travelAcceleration = positive(machine.travel) ?? limits.acceleration;
  limits.retractAcceleration = positive(machine.retracting) ?? limits.retractAcceleration;
  limits.junctionDeviation = positive(machine.junctionDeviation) ?? 0;
}

const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

function setAxes(target: Float64Array, { x, y, z, e }: Machine['jerk']): void {
  [x, y, z, e].forEach((value, axis) => {
    target[axis] = positive(value) ?? (target[axis] as number);
  });
}

const AXES = ['X', 'Y', 'Z', 'E'].map(wordIndex);
const J = wordIndex('J');
const P = wordIndex('P');
const R = wordIndex('R');
const S = wordIndex('S');
const T = wordIndex('T');
const MM_PER_MINUTE = 1 / 60;

/**
 * The file's own limits: M201 accelerations, M203 speeds, M204 accelerations of moves, M205 corners (Marlin's
 * src/gcode/config/M200-M205.cpp), and M566, RepRapFirmware’s jerk in mm/min, whose M203 is in mm/min too.
 */
export function applyLimits(limits: PlannerLimits, words: CommandWords): void {
  switch (words.code) {
    case 201:
      return setWords(limits.maxAcceleration, words, 1);
    case 203:
      return setWords(limits.maxFeedrate, words, isPerMinute(words) ? MM_PER_MINUTE : 1);
    case 204:
      return setAccelerations(limits, words);
    case 205:
      setWords(limits.jerk, words, 1);
      if (words.hasValue(J)) limits.junctionDeviation = Math.max(words.value(J), 0);
      return;
    case 566:
      return setWords(limits.jerk, words, MM_PER_MINUTE);
  }
}

/** No supported machine reaches 2 m/s; RepRapFirmware's values in mm/min are all above that. */
const isPerMinute = (words: CommandWords): boolean =>
  words.value(AXES[0] as number) > 2000 || words.value(AXES[1] as number) > 2000;

function setWords(target: Float64Array, words: CommandWords, unit: number): void {
  AXES.forEach((letter, axis) => {
    if (words.value(letter) > 0) target[axis] = words.value(letter) * unit;
  });
}

function setAccelerations(limits: PlannerLimits, words: CommandWords): void {
  if (words.value(S) > 0) limits.acceleration = limits.travelAcceleration = words.value(S);
  if (words.value(P) > 0) limits.acceleration = words.value(P);
  if (words.value(T) > 0) limits.travelAcceleration = words.value(T);
  if (words.value(R) > 0) limits.retractAcceleration = words.value(R);
}
