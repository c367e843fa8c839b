/** How long to wait between attempts: each wait is twice the one before, up to the longest. Milliseconds. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * The wait before the next attempt.
 * @param attempts number of attempts so far; 0 counts as 1
 */
export const backOffMs = ({ firstMs, longestMs }: BackOff, attempts: number): number =>
  Math.min(firstMs * 2 ** Math.max(0, attempts - 1), longestMs);
