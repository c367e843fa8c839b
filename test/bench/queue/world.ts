import { openSpans, personAt, type Span } from '@pandafab/domain';
import { pick, type Random, randomFrom } from './random';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 5 January 2026, 0:00 in Paris. */
export const BEGIN = Date.UTC(2026, 0, 4, 23);
export const YEAR = 364 * DAY;
const ZONE = 'Europe/Paris';

/** A part that a member wants, and what happens to it. */
export interface Wish {
  readonly id: string;
  readonly at: number;
  readonly member: string;
  readonly material: string;
  /** Expected by the analyser. */
  readonly seconds: number;
  /** Real seconds ÷ expected ones. */
  readonly factor: number;
  readonly dueAt: number | null;
  /** The run stops at this part of its time; null: it ends well. */
  readonly failsAt: number | null;
}

export interface World {
  readonly wishes: readonly Wish[];
  readonly open: readonly Span[];
  /** The spool that each machine has at first. */
  readonly spools: readonly string[];
  /** Milliseconds from this moment until a person does what is to be done. */
  readonly delay: (from: number, meanMs: number) => number;
}

const MATERIALS = ['PLA', 'PLA', 'PLA', 'PETG', 'PETG', 'TPU', 'ABS'];
const SPOOLS = ['PLA', 'PLA', 'PETG', 'TPU'];
/** Submissions by hour of the day, from 0 to 23: most come after school and after work. */
const BY_HOUR = [0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 6, 4, 5, 8, 9, 10, 9, 7, 5, 4, 3, 2, 1];
const MOST_BY_HOUR = 10;
const MEMBERS = 150;

const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const WEEK = [2, 3, 4, 5].map((day) => hours(day, '10:00', '19:00')).concat(hours(6, '10:00', '17:00'));
const SUMMER = { firstDay: '2026-08-01', lastDay: '2026-08-16', hours: [], reason: 'Summer' };

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Most prints last an hour or two, some a whole night. */
const seconds = (random: Random): number =>
  Math.round(Math.min(16 * 3_600, Math.max(600, 5_400 * Math.exp(0.9 * normal(random)))));

/** Fewer come in July and August, more before Christmas. */
function season(at: number): number {
  const month = new Date(at).getUTCMonth();
  return month === 6 || month === 7 ? 0.5 : month >= 10 ? 1.2 : 1;
}

/**
 * A year of one lab: who wants what and when, all from a seed. Each month one member floods it with copies.
 * @param load submissions in the busiest hour of an ordinary day
 */
export function makeWorld(seed: number, load: number): World {
  const random = randomFrom(seed);
  const wishes: Wish[] = [];
  const add = (
    at: number,
    member: string,
    copies: number,
    wanted?: { material: string; seconds: number },
  ) => {
    const part = wanted ?? { material: pick(random, MATERIALS), seconds: seconds(random) };
    const dueAt = random() < 0.25 ? at + (1 + 4 * random()) * DAY : null;
    for (let copy = 0; copy < copies; copy++)
      wishes.push({
        ...{ id: `job-${String(wishes.length).padStart(8, '0')}`, at, member, ...part, dueAt },
        factor: Math.max(0.5, 1 + 0.08 * normal(random)),
        failsAt: random() < 0.05 ? random() : null,
      });
  };
  for (let hour = 0; hour < YEAR / HOUR; hour++) {
    const at = BEGIN + hour * HOUR;
    const mean = (load * season(at) * (BY_HOUR[hour % 24] as number)) / MOST_BY_HOUR;
    for (let left = mean; left > 0; left -= 1)
      if (random() < left) {
        const member = `member:${Math.floor(MEMBERS * random() ** 2)}`;
        const copies = random() < 0.12 ? 2 + Math.floor(random() * 6) : 1;
        add(at + Math.floor(random() * HOUR), member, copies);
      }
    if (hour % (28 * 24) === 10 * 24 + 11) add(at, 'member:flood', 60, { material: 'PLA', seconds: 5_400 });
  }
  wishes.sort((a, b) => a.at - b.at);
  const open = openSpans(WEEK, [SUMMER], ZONE, BEGIN, BEGIN + YEAR + 60 * DAY) ?? [];
  const people = randomFrom(seed + 1);
  return {
    ...{ wishes, open, spools: SPOOLS },
    // Now and then a person forgets it.
    delay: (from, meanMs) => {
      const wait = -Math.log(1 - people()) * meanMs * (people() < 0.05 ? 6 : 1);
      const there = personAt({ runs: null, starts: null, people: open }, from + wait);
      return there - from;
    },
  };
}
