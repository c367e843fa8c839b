import type { Instant } from '@pandafab/shared';

/** A time at which a lab was open. */
export interface OpenTime {
  readonly openedAt: Instant;
  /** Null: it is still open. */
  readonly closedAt: Instant | null;
}

/**
 * How long a lab was open between two instants, in milliseconds. What two openings cover counts once; one that is not
 * closed lasts until now.
 */
export function openMilliseconds(
  openings: readonly OpenTime[],
  { start, end, now }: { readonly start: Instant; readonly end: Instant; readonly now: Instant },
): number {
  const last = Math.min(end, now);
  const parts = openings
    .map(({ openedAt, closedAt }) => ({
      from: Math.max(openedAt, start),
      until: Math.min(closedAt ?? now, last),
    }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from);
  let sum = 0;
  let counted = start;
  for (const { from, until } of parts) {
    sum += Math.max(0, until - Math.max(from, counted));
    counted = Math.max(counted, until);
  }
  return sum;
}
