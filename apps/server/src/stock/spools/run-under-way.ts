import type { RunId } from '@pandafab/shared';

/** The active run of a machine, from production. */
export interface RunUnderWay {
  readonly id: RunId;
  readonly hasBegun: boolean;
  /** When it was paused; null if it is not paused. */
  readonly pausedAt: number | null;
}
