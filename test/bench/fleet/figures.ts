/** A measured figure, and what is asked of it, if anything. */
export interface Figure {
  readonly scenario: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly most?: number;
}

/** The smallest value that at least `share` of them do not exceed; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const isReached = ({ value, most }: Figure): boolean => most === undefined || value <= most;
