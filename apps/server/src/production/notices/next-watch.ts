import type { Instant } from '@pandafab/shared';
import type { WatchedCondition } from './watched-condition.entity';

/** How long a condition lasts before it is told, and how long it stays away before it can be told again. */
export interface Patience {
  readonly tellAfterMs: number;
  readonly quietMs: number;
}

/** `begin`: note it. `tell`: note and tell it. `end`, `resume`: note that it is over, or back. `forget`: delete it. */
export type WatchStep = 'none' | 'begin' | 'tell' | 'end' | 'resume' | 'forget';

type Known = Pick<WatchedCondition, 'since' | 'toldAt' | 'endedAt'> | undefined;

/**
 * The next step for a condition: one that comes and goes is told once, until it has stayed away for a while.
 * @param known undefined for a condition that is not noted
 */
export function nextWatch(known: Known, isOn: boolean, now: Instant, patience: Patience): WatchStep {
  if (!known) return isOn ? 'begin' : 'none';
  const { since, toldAt, endedAt } = known;
  if (toldAt === null) {
    if (!isOn) return 'forget';
    return now - since >= patience.tellAfterMs ? 'tell' : 'none';
  }
  if (isOn) return endedAt === null ? 'none' : 'resume';
  if (endedAt === null) return 'end';
  return now - endedAt >= patience.quietMs ? 'forget' : 'none';
}
