/** What a figure is about: a lab or the network (null), and a period of Paris. */
export interface Scope {
  readonly labId: string | null;
  /** The first and the last day. */
  readonly from: string;
  readonly to: string;
  /** From the first midnight to the one after the last day, not included. */
  readonly start: number;
  readonly end: number;
  readonly now: number;
  /** Null: no convention. */
  readonly conventionId: string | null;
}

const DAY_MS = 86_400_000;
const PARIS = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

/** The first moment of the day in Paris: the one at which a clock on a wall there shows midnight. */
export function midnightInParis(day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  for (const hours of [1, 2]) {
    const at = utc - hours * 3_600_000;
    if (PARIS.format(at) === `${day} 00:00:00`) return at;
  }
  throw new Error(`no midnight on ${day}`);
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The first and the last day of `2026-H1`, `2026-H2` or `2026`. */
export function daysOfPeriod(period: string): { from: string; to: string } {
  const [year, half] = period.split('-');
  if (half === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return half === 'H1'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

export function scopeOf(period: string, rest: Pick<Scope, 'labId' | 'now' | 'conventionId'>): Scope {
  const { from, to } = daysOfPeriod(period);
  return { from, to, start: midnightInParis(from), end: midnightInParis(nextDay(to)), ...rest };
}

export const isDayIn = ({ from, to }: Scope, day: string | null): boolean =>
  day !== null && day >= from && day <= to;

export const isInstantIn = ({ start, end }: Scope, at: number): boolean => at >= start && at < end;

/** For the network, every row counts, also one without a lab. */
export const isLabIn = ({ labId }: Scope, lab: string | null): boolean => labId === null || labId === lab;

/** Half away from zero, once. */
export function rounded(value: number, decimals: number): number {
  const scaled = Math.abs(value) * 10 ** decimals;
  // A decimal such as 0.15 is a little less in binary: a hundred-millionth is no half.
  return (Math.sign(value) * Math.floor(scaled + 0.5 + 1e-8)) / 10 ** decimals || 0;
}

export type Parameters = Readonly<Record<string, string | undefined>>;

/** True where a parameter is absent, or the value is the same. */
export const narrows = (wanted: string | undefined, value: string | null): boolean =>
  wanted === undefined || wanted === value;
