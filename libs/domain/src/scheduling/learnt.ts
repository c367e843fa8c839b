import type { Instant, MachineId } from '@pandafab/shared';

/** As many prints or beds without any difference are counted beside what was seen: a few outliers prove nothing. */
const DOUBT = 5;
/** A learnt factor of print time lies between these. */
const LEAST_PACE = 0.5;
const MOST_PACE = 2;
/** Until a person has taken a part off: as long as nothing else is known. */
export const ORDINARY_CLEARING_MS = 20 * 60_000;
const LEAST_CLEARING_MS = 60_000;
/** A bed that was forgotten for a day says no more than this. */
const MOST_CLEARING_MS = 4 * 3_600_000;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** Prints of one plastic on one machine that ended well. */
export interface PrintTimes {
  readonly machineId: MachineId;
  readonly plastic: string;
  readonly prints: number;
  readonly seconds: number;
  /** As their files were expected to take. */
  readonly expectedSeconds: number;
}

/** How much longer prints take than their files say. */
export interface LearntPace extends PrintTimes {
  /** Factor on expected times; 1: as expected. */
  readonly factor: number;
}

/** `prints` times the seen ratio, and `DOUBT` times what was believed before. */
const blend = (seen: number, prints: number, believed: number): number =>
  (prints * seen + DOUBT * believed) / (prints + DOUBT);

const ratioOf = (times: readonly PrintTimes[]): number => {
  const sum = (of: (each: PrintTimes) => number) => times.reduce((all, each) => all + of(each), 0);
  return sum(({ seconds }) => seconds) / sum(({ expectedSeconds }) => expectedSeconds);
};

/**
 * The factor of each machine and plastic. Few prints of a plastic are believed to be as the others of their machine, and
 * few prints of a machine to be as expected.
 * @param times with expected seconds above 0
 */
export function learnPace(times: readonly PrintTimes[]): LearntPace[] {
  const ofMachine = paceOfMachines(times);
  return times.map((each) => {
    const factor = blend(ratioOf([each]), each.prints, ofMachine.get(each.machineId) ?? 1);
    return { ...each, factor: between(LEAST_PACE, factor, MOST_PACE) };
  });
}

function paceOfMachines(times: readonly PrintTimes[]): ReadonlyMap<MachineId, number> {
  const byMachine = new Map<MachineId, PrintTimes[]>();
  for (const each of times) byMachine.set(each.machineId, [...(byMachine.get(each.machineId) ?? []), each]);
  return new Map(
    [...byMachine].map(([machineId, own]) => {
      const prints = own.reduce((sum, each) => sum + each.prints, 0);
      return [machineId, between(LEAST_PACE, blend(ratioOf(own), prints, 1), MOST_PACE)];
    }),
  );
}

/** The factor for any machine and plastic, also for those that have no print yet. */
export function paceFrom(times: readonly PrintTimes[]): (machineId: MachineId, plastic: string) => number {
  const ofMachine = paceOfMachines(times);
  const learnt = new Map(
    learnPace(times).map(({ machineId, plastic, factor }) => [`${machineId} ${plastic}`, factor]),
  );
  return (machineId, plastic) => learnt.get(`${machineId} ${plastic}`) ?? ofMachine.get(machineId) ?? 1;
}

/** A bed that a person has cleared. */
export interface Clearing {
  /** The first moment after the end of the run at which people were there. */
  readonly from: Instant;
  readonly ms: number;
}

/** How long beds stay occupied while people are there, in an hour of the day. */
export interface LearntClearing {
  readonly beds: number;
  readonly ms: number;
}

/**
 * By hour of the day. Few beds of an hour are believed to be as the others of the lab, and few of a lab to take twenty
 * minutes.
 * @param hourOf the hour of an instant on the lab's clock, 0 to 23
 */
export function learnClearing(
  clearings: readonly Clearing[],
  hourOf: (at: Instant) => number,
): readonly LearntClearing[] {
  const bounded = clearings.map(({ from, ms }) => ({
    hour: hourOf(from),
    ms: between(LEAST_CLEARING_MS, ms, MOST_CLEARING_MS),
  }));
  const mean = (of: readonly { readonly ms: number }[]) =>
    of.length === 0 ? 0 : of.reduce((sum, { ms }) => sum + ms, 0) / of.length;
  const whole = blend(mean(bounded), bounded.length, ORDINARY_CLEARING_MS);
  return Array.from({ length: 24 }, (_, hour) => {
    const own = bounded.filter((each) => each.hour === hour);
    return { beds: own.length, ms: blend(mean(own), own.length, whole) };
  });
}
