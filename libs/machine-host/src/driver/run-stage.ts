import type { Connection } from '../machine-driver';

/** Where a run stands:
 *
 *     printing ─ pausing ─ parking ─ paused ─ warming ─ returning ─ printing
 *         └── from anywhere: cancelling ─ leaving ─ ended
 */
export type Stage =
  | 'printing'
  | 'pausing'
  | 'parking'
  | 'paused'
  | 'warming'
  | 'returning'
  | 'cancelling'
  | 'leaving'
  | 'ended';

/** What others are told of each stage. */
export const CONNECTION: Record<Exclude<Stage, 'ended'>, Connection> = {
  printing: 'printing',
  pausing: 'pausing',
  parking: 'pausing',
  paused: 'paused',
  warming: 'paused',
  returning: 'paused',
  cancelling: 'cancelling',
  leaving: 'cancelling',
};

/** Somebody is waited for. */
export const isWaiting = (stage: Stage): boolean =>
  stage === 'pausing' || stage === 'parking' || stage === 'paused';
