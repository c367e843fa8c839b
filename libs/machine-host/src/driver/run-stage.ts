import type { MachineState } from '@pandafab/shared';

/** The stages of a run:
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

/** The state of the machine in each stage. */
export const STATE_IN: Record<Exclude<Stage, 'ended'>, MachineState> = {
  printing: 'printing',
  pausing: 'pausing',
  parking: 'pausing',
  paused: 'paused',
  warming: 'paused',
  returning: 'paused',
  cancelling: 'cancelling',
  leaving: 'cancelling',
};

/** The run waits for a person. */
export const isWaiting = (stage: Stage): boolean =>
  stage === 'pausing' || stage === 'parking' || stage === 'paused';
