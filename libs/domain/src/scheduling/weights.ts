/**
 * What a lab's queue weighs against what. Everything is counted in hours of waiting, so that a manager can compare:
 * a job with 24 h of priority has the place of one that waits 24 h / `ageing` longer.
 */
export interface QueueWeights {
  /** Hours of place that an hour on a machine costs the person, group or client who used it; 0: first come, first served. */
  readonly fairShare: number;
  /** After so many days a used hour counts half. */
  readonly halfLifeDays: number;
  /** Hours of place won by each hour of waiting. Never 0: it is what keeps every job from waiting for ever. */
  readonly ageing: number;
  /** Hours of place of one step of priority. */
  readonly priorityHours: number;
  /** Most hours of place that a due date gives. */
  readonly dueHours: number;
  /** A due date counts from so many hours before the last moment at which the job can begin. */
  readonly dueWithinHours: number;
  /** Hours by which a job that needs another spool stands behind one that needs none. */
  readonly changeHours: number;
  /** Hours that a special machine (another nozzle, more tools, an enclosure) is kept from ordinary jobs, when another is free. */
  readonly specialHours: number;
  /** Hours of place lost for each hour that the machine stands idle after the job, until a person comes to clear its bed. */
  readonly idleShare: number;
  /** Hours by which the machine that worked most stands behind the one that worked least. */
  readonly wearHours: number;
}

export const DEFAULT_WEIGHTS: QueueWeights = {
  fairShare: 0.5,
  halfLifeDays: 7,
  ageing: 0.5,
  priorityHours: 24,
  dueHours: 48,
  dueWithinHours: 36,
  changeHours: 6,
  specialHours: 1,
  idleShare: 2,
  wearHours: 0.25,
};
