export interface Days {
  /** The first day of the half-year before the last one that is over. */
  readonly from: string;
  readonly today: string;
  /** The last half-year that is over. */
  readonly period: string;
}

const HALF = 2;

/** A report compares a half-year with the one before: both are filled, and the one that runs. */
export function daysAt(now: number): Days {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(
    now,
  );
  const running = Number(today.slice(0, 4)) * HALF + (today.slice(5) < '07-01' ? 0 : 1);
  const [last, before] = [running - 1, running - 2].map((half) => ({
    ...{ year: Math.floor(half / HALF), half: half % HALF },
  }));
  if (!last || !before) throw new RangeError(today);
  return {
    ...{ today, period: `${last.year}-H${last.half + 1}` },
    from: `${before.year}-${before.half === 0 ? '01' : '07'}-01`,
  };
}
