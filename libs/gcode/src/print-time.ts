import type { GuardFacts } from './guard';
import type { TimeTable } from './timeline';
import type { HeatStep, Waits } from './waits';

/** The machine's times for everything except moves: the section `durations` of profiles, or measured values. */
export interface Durations {
  readonly nozzleCelsiusPerSecond: number;
  readonly bedCelsiusPerSecond: number;
  readonly chamberCelsiusPerSecond: number;
  /** Including the automatic steps of a change of material: unloading, cutting, loading. */
  readonly toolChangeSeconds: number;
  /** A person brings another spool (M600). */
  readonly filamentChangeSeconds: number;
}

/** Seconds. */
export interface PrintTime {
  readonly moving: number;
  readonly heating: number;
  readonly changing: number;
  readonly total: number;
}

/** The parts of an analysis that the time depends on. */
export interface Timed {
  readonly timeSeconds: number;
  readonly waits: Waits;
  readonly guard?: GuardFacts;
}

const ROOM_CELSIUS = 20;
/** A nozzle falls by about a degree a second; files hardly ever wait for beds and chambers to cool. */
const COOLING_CELSIUS_PER_SECOND = 1;

/** A machine's time for a file: its moves, and its waits. */
export function printTime(analysis: Timed, durations: Durations): PrintTime {
  const { toolChanges, filamentChanges } = analysis.waits;
  const heating = sum(heatingOf(analysis, durations).map(({ waited }) => waited));
  const changing =
    toolChanges * durations.toolChangeSeconds + filamentChanges * durations.filamentChangeSeconds;
  const moving = analysis.timeSeconds;
  return { moving, heating: tenth(heating), changing, total: tenth(moving + heating + changing) };
}

/** The same for positions in the file: the print time there, including all earlier waits. */
export function pace(
  analysis: Timed & { readonly timeline: TimeTable },
  durations: Durations,
): { offsets: number[]; seconds: number[]; totalSeconds: number } {
  const { offsets, seconds, toolChanges, filamentChanges } = analysis.timeline;
  const heating = heatingOf(analysis, durations);
  const heatedBefore = (end: number) => sum(heating.map(({ offset, waited }) => (offset < end ? waited : 0)));
  const waitedBefore = (row: number) =>
    heatedBefore(offsets[row] ?? 0) +
    (toolChanges?.[row] ?? 0) * durations.toolChangeSeconds +
    (filamentChanges?.[row] ?? 0) * durations.filamentChangeSeconds;
  return {
    offsets,
    seconds: seconds.map((moving, row) => tenth(moving + waitedBefore(row))),
    totalSeconds: printTime(analysis, durations).total,
  };
}

/** How long each step of heating is waited for: heaters warm up at the same time, and while the machine moves. */
function heatingOf(analysis: Timed, durations: Durations): { offset: number; waited: number }[] {
  const heaters = new Map<string, { celsius: number; target: number }>();
  let moved = 0;
  return stepsOf(analysis).map((step) => {
    pass(heaters, step.seconds - moved, durations);
    moved = step.seconds;
    const heater = heaters.get(step.heater) ?? { celsius: ROOM_CELSIUS, target: 0 };
    heater.target = step.celsius;
    heaters.set(step.heater, heater);
    const waited = waitFor(step, heater.celsius, durations);
    pass(heaters, waited, durations);
    return { offset: step.offset, waited };
  });
}

/** A file that heats with macros shows it only in their parameters: once, at the beginning. */
function stepsOf({ waits, guard }: Timed): readonly HeatStep[] {
  if (waits.heating.some(({ celsius }) => celsius > 0) || !guard) return waits.heating;
  const most = new Map(guard.heat.map(({ heater, celsius }) => [heater, celsius]));
  return [...most].map(([name, celsius]) => {
    const heater = name === 'nozzle' ? 'nozzle0' : name;
    return { heater, celsius, waits: 'warm', offset: 0, seconds: 0 };
  });
}

function waitFor({ heater, celsius, waits }: HeatStep, now: number, durations: Durations): number {
  if (waits === 'no' || celsius <= 0) return 0;
  if (now < celsius) return (celsius - now) / rateOf(heater, durations);
  return waits === 'even' ? (now - celsius) / COOLING_CELSIUS_PER_SECOND : 0;
}

function rateOf(heater: string, durations: Durations): number {
  if (heater === 'bed') return durations.bedCelsiusPerSecond;
  return heater === 'chamber' ? durations.chamberCelsiusPerSecond : durations.nozzleCelsiusPerSecond;
}

/** Every heater continues towards its target meanwhile. */
function pass(
  heaters: ReadonlyMap<string, { celsius: number; target: number }>,
  seconds: number,
  durations: Durations,
): void {
  for (const [name, heater] of heaters) {
    const target = Math.max(heater.target, ROOM_CELSIUS);
    const warmer = heater.celsius + seconds * rateOf(name, durations);
    const cooler = heater.celsius - seconds * COOLING_CELSIUS_PER_SECOND;
    heater.celsius = heater.celsius < target ? Math.min(target, warmer) : Math.max(target, cooler);
  }
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
const tenth = (value: number): number => Math.round(value * 10) / 10;
