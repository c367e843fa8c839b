import type { Random } from '../bench/queue/random';
import { type Act, receive, release, sell, undo, useBalance } from './acts';
import type { City } from './city';
import { correct, freePrint, invoiceMembers, print, refundMember, topUp } from './member-acts';

/** How often each act happens, on an average day. */
const ACTS: readonly (readonly [Act, number])[] = [
  ...([
    [sell, 3],
    [receive, 4],
    [useBalance, 0.8],
    [release, 0.5],
    [undo, 0.25],
  ] as const),
  ...([
    [topUp, 2],
    [print, 4],
    [freePrint, 3],
    [correct, 0.2],
    [refundMember, 0.3],
  ] as const),
];

export interface YearOptions {
  /** Every n-th day is lived; all days are closed. */
  readonly every: number;
  /** How many acts, in proportion to an average day. */
  readonly pace: number;
  /** The first day; the first of January if left out. */
  readonly from?: string;
  readonly progress?: (day: string) => void;
}

export const YEAR = '2027';

/** Lives a year, day by day: nights close the days before, the first of a month invoices members and closes the month. */
export async function liveYear(city: City, random: Random, options: YearOptions): Promise<void> {
  for (let at = 0; at < 365; at++) {
    const day = new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10);
    const isFirst = day.endsWith('-01');
    if (day < (options.from ?? '')) continue;
    if (at % options.every !== 0 && !isFirst) continue;
    options.progress?.(day);
    city.on(day);
    await city.closeDays();
    if (isFirst && at > 0 && day !== options.from) {
      await invoiceMembers(city, day);
      await city.ask('POST', '/closures', { period: monthBefore(day) });
    }
    for (const [act, often] of ACTS)
      for (let times = howOften(random, often * options.pace); times > 0; times--)
        await act(city, random, day);
  }
  city.on('2028-01-02');
  await city.ask('POST', '/closures', { period: YEAR });
}

/** A whole number whose average is `often`. */
const howOften = (random: Random, often: number): number =>
  Math.floor(often) + (random() < often % 1 ? 1 : 0);

const monthBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 7);
