import { openSpans, personAt, type Span } from '@pandafab/domain';
import { pick, type Random, randomFrom } from '../random';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 5 January 2026, 0:00 in Paris. */
export const BEGIN = Date.UTC(2026, 0, 4, 23);
export const YEAR = 364 * DAY;
const ZONE = 'Europe/Paris';

/** A part that a member wants, and what happens to it. */
export interface Part {
  readonly id: string;
  readonly at: number;
  /** Copies of one submission have the same. */
  readonly batch: string;
  readonly member: string;
  readonly material: string;
  /** Expected by the analyser. */
  readonly seconds: number;
  /** Real seconds ÷ expected ones. */
  readonly factor: number;
  readonly dueAt: number | null;
  /** Its first run stops at this part of its time; null: it ends well. */
  readonly failsAt: number | null;
}

/** What people do is drawn from the seed and the moment, so that two rules meet the same people. */
export interface World {
  readonly parts: readonly Part[];
  readonly open: readonly Span[];
  /** The spool that each machine has at first. */
  readonly spools: readonly string[];
  /** When a person does what is to be done, about `meanMs` after `from` while the lab is open. */
  readonly doneAt: (from: number, meanMs: number, random: Random) => number;
}

export interface WorldSize {
  readonly seed: number;
  readonly spools: readonly string[];
  /** Submissions in the busiest hour of an ordinary day. */
  readonly load: number;
}

export const FLOOD = 'member:flood';
const MATERIALS = ['PLA', 'PLA', 'PLA', 'PLA', 'PLA', 'PETG', 'PETG', 'TPU', 'ABS'];
/** Submissions by hour of the day, from 0 to 23: most come after school and after work. */
const BY_HOUR = [0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 6, 4, 5, 8, 9, 10, 9, 7, 5, 4, 3, 2, 1];
const MOST_BY_HOUR = 10;
const MEMBERS = 40;

const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const WEEK = [2, 3, 4, 5].map((day) => hours(day, '10:00', '19:00')).concat(hours(6, '10:00', '17:00'));
const SUMMER = { firstDay: '2026-08-01', lastDay: '2026-08-16', hours: [], reason: 'Summer' };

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const LONGEST_S = 16 * 3_600;
/** Time grows nearly as the volume does. */
const TIME_BY_SIZE = 2.6;

/** A real file, printed smaller or larger. */
function seconds(random: Random, files: readonly number[]): number {
  const made = pick(random, files) * (0.8 + 2.4 * random()) ** TIME_BY_SIZE;
  return Math.round(Math.min(LONGEST_S, Math.max(600, made)));
}

/** Fewer come in July and August, more before Christmas. */
function season(at: number): number {
  const month = new Date(at).getUTCMonth();
  return month === 6 || month === 7 ? 0.5 : month >= 10 ? 1.2 : 1;
}

/** A due date is an evening on which the lab is open: that is when people fetch parts. */
function dueDate(random: Random, at: number, open: readonly Span[]): number | null {
  if (random() > 0.25) return null;
  const first = open.findIndex(({ until }) => until > at + 20 * HOUR);
  return first < 0 ? null : (open[first + Math.floor(random() * 4)]?.until ?? null);
}

/**
 * A year of one lab: who wants what and when, all from a seed. Each quarter one member floods it with a hundred copies.
 * @param files print times of real files, in seconds
 */
export function makeWorld({ seed, spools, load }: WorldSize, files: readonly number[]): World {
  const random = randomFrom(seed);
  const parts: Part[] = [];
  const open = openSpans(WEEK, [SUMMER], ZONE, BEGIN, BEGIN + YEAR + 60 * DAY) ?? [];
  const add = (at: number, member: string, copies: number, wanted?: Pick<Part, 'material' | 'seconds'>) => {
    const part = wanted ?? { material: pick(random, MATERIALS), seconds: seconds(random, files) };
    const batch = `${seed} ${parts.length}`;
    const dueAt = wanted ? null : dueDate(random, at, open);
    for (let copy = 0; copy < copies; copy++)
      parts.push({
        ...{ id: `job-${String(parts.length).padStart(8, '0')}`, at, batch, member, ...part, dueAt },
        factor: Math.max(0.5, 1 + 0.08 * normal(random)),
        failsAt: random() < 0.05 ? random() : null,
      });
  };
  for (let hour = 0; hour < YEAR / HOUR; hour++) {
    const at = BEGIN + hour * HOUR;
    const mean = (load * season(at) * (BY_HOUR[hour % 24] as number)) / MOST_BY_HOUR;
    for (let left = mean; left > 0; left -= 1)
      if (random() < left) {
        const member = `member:${Math.floor(MEMBERS * random())}`;
        const copies = random() < 0.12 ? 2 + Math.floor(random() * 6) : 1;
        add(at + Math.floor(random() * HOUR), member, copies);
      }
    if (hour % (91 * 24) === 10 * 24 + 11) add(at, FLOOD, 100, { material: 'PLA', seconds: 3_600 });
  }
  parts.sort((a, b) => a.at - b.at);
  return {
    ...{ parts, open, spools },
    // Now and then a person forgets it.
    doneAt: (from, meanMs, people) => {
      const wait = -Math.log(1 - people()) * meanMs * (people() < 0.05 ? 6 : 1);
      return personAt({ runs: null, starts: null, people: open }, from + wait);
    },
  };
}
