/** What one weight of a queue is, and between which values it may be set. */
export interface WeightRule {
  /** `times`: hours of place for one hour of something. */
  readonly unit: 'hours' | 'days' | 'times';
  readonly min: number;
  readonly max: number;
  /** By so much a page changes it at a time. */
  readonly step: number;
  readonly default: number;
}

/**
 * What a lab's queue weighs against what. Nearly everything is counted in hours of waiting, so that a manager can
 * compare: a job with 24 h of priority has the place of one that waits 24 h / `ageing` longer.
 *
 * This is the only list of weights: the API, its checks and the page of settings follow it.
 */
export const WEIGHT_RULES = {
  /** Hours of place that an hour on a machine costs the person, group or client who used it; 0: first come, first served. */
  fairShare: { unit: 'times', min: 0, max: 20, step: 0.25, default: 0.5 },
  /** After so many days a used hour counts half. */
  halfLifeDays: { unit: 'days', min: 0.5, max: 90, step: 0.5, default: 7 },
  /** Hours of place won by each hour of waiting. Never 0: it is what keeps every job from waiting for ever. */
  ageing: { unit: 'times', min: 0.05, max: 20, step: 0.05, default: 0.5 },
  /** Hours of place of one step of priority. */
  priorityHours: { unit: 'hours', min: 0, max: 240, step: 1, default: 24 },
  /** Most hours of place that a due date gives. */
  dueHours: { unit: 'hours', min: 0, max: 240, step: 1, default: 48 },
  /** A due date counts from so many hours before the last moment at which the job can begin. */
  dueWithinHours: { unit: 'hours', min: 1, max: 336, step: 1, default: 36 },
  /** Hours by which a job that needs another spool stands behind one that needs none. */
  changeHours: { unit: 'hours', min: 0, max: 168, step: 0.5, default: 6 },
  /** Hours that a special machine (another nozzle, more tools, an enclosure) is kept from ordinary jobs, when another is free. */
  specialHours: { unit: 'hours', min: 0, max: 48, step: 0.25, default: 1 },
  /** Hours of place lost for each hour that the machine stands idle after the job, until a person comes to clear its bed. */
  idleShare: { unit: 'times', min: 0, max: 20, step: 0.25, default: 2 },
  /** Hours by which the machine that worked most stands behind the one that worked least. */
  wearHours: { unit: 'hours', min: 0, max: 48, step: 0.25, default: 0.25 },
} as const satisfies Readonly<Record<string, WeightRule>>;

export type WeightName = keyof typeof WEIGHT_RULES;
export type QueueWeights = Readonly<Record<WeightName, number>>;

/** In the order in which they are shown. */
export const WEIGHT_NAMES = Object.keys(WEIGHT_RULES) as WeightName[];

const mapped = (pick: (name: WeightName) => number): QueueWeights =>
  Object.fromEntries(WEIGHT_NAMES.map((name) => [name, pick(name)])) as QueueWeights;

export const DEFAULT_WEIGHTS: QueueWeights = mapped((name) => WEIGHT_RULES[name].default);

/** True for a value to which a weight may be set. */
export function isWeight(name: WeightName, value: unknown): value is number {
  const { min, max } = WEIGHT_RULES[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
}

/**
 * All weights of a lab that set some of them. A weight that does not exist any more is ignored, and so is a value
 * outside the bounds of today: the default counts.
 */
export const weightsWith = (set: Readonly<Record<string, unknown>>): QueueWeights =>
  mapped((name) => (isWeight(name, set[name]) ? set[name] : WEIGHT_RULES[name].default));

/** Only those that are not the default. */
export const deviationsOf = (weights: QueueWeights): Partial<Record<WeightName, number>> =>
  Object.fromEntries(
    WEIGHT_NAMES.filter((name) => weights[name] !== WEIGHT_RULES[name].default).map((name) => [
      name,
      weights[name],
    ]),
  );
