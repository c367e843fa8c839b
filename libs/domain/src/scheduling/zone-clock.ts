import type { Instant } from '@pandafab/shared';
import { IANAZone } from 'luxon';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Shorter than the time between any two changes of a zone's clock. */
const STEP = 7 * DAY;
/** No zone is further than this from UTC. */
const FURTHEST = 15 * HOUR;
/** Years of a zone that are kept, more than a network needs. */
const MOST_YEARS = 50;

/** A change of a zone's clock; offsets from UTC in milliseconds, east is positive. */
interface Change {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** A year of a zone, in UTC: the offset when it begins, and its changes. */
interface ZoneYear {
  readonly until: Instant;
  readonly first: number;
  readonly changes: readonly Change[];
}

/** Wall times from `from` until just before `until`: their instants have one offset, and none is before `earliest`. */
interface Steady {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
  readonly earliest: Instant;
}

/**
 * The clock on the wall of a zone. A wall time is written as the instant at which UTC shows the same date and time.
 * Years are computed once: asking the system's table costs far more than the rest of a calendar.
 */
export class ZoneClock {
  private static readonly clocks = new Map<string, ZoneClock>();
  private readonly years = new Map<number, ZoneYear>();
  /** Around the last question: the next one is most often there too. */
  private steady: Steady = { from: 0, until: 0, offset: 0, earliest: 0 };

  private constructor(private readonly zone: IANAZone) {}

  /**
   * The only clock of a zone.
   * @param name IANA name
   * @throws RangeError for a name that the system does not know
   */
  static of(name: string): ZoneClock {
    const kept = ZoneClock.clocks.get(name);
    if (kept) return kept;
    if (!IANAZone.isValidZone(name)) throw new RangeError(`unknown time zone: ${name}`);
    const clock = new ZoneClock(IANAZone.create(name));
    ZoneClock.clocks.set(name, clock);
    return clock;
  }

  /** The wall time at an instant. */
  wallOf(at: Instant): number {
    const { first, changes } = this.year(at);
    const passed = changes.filter((change) => change.at <= at).at(-1);
    return at + (passed?.after ?? first);
  }

  /**
   * The first instant at which the clock shows this wall time or a later one. A wall time that exists twice is its
   * first; one that the clock skips is the instant of the skip. Later wall times are never earlier instants.
   */
  instantOf(wall: number): Instant {
    if (wall < this.steady.from || wall >= this.steady.until) this.steady = this.steadyAt(wall);
    return Math.max(wall - this.steady.offset, this.steady.earliest);
  }

  /** The wall times around this one between two changes, and not beyond its year. */
  private steadyAt(wall: number): Steady {
    const [begin, end] = [this.year(wall - FURTHEST), this.year(wall + FURTHEST)];
    const changes = begin === end ? begin.changes : [...begin.changes, ...end.changes];
    let steady = { from: wall, offset: begin.first, earliest: Number.NEGATIVE_INFINITY };
    for (const { at, after } of changes) {
      const until = at + steady.offset;
      if (wall < until) return { ...steady, until };
      steady = { from: until, offset: after, earliest: at };
    }
    return { ...steady, until: Math.max(wall + 1, end.until - FURTHEST) };
  }

  private year(at: Instant): ZoneYear {
    const year = new Date(at).getUTCFullYear();
    const found = this.years.get(year) ?? this.compute(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    if (this.years.size >= MOST_YEARS) this.years.clear();
    this.years.set(year, found);
    return found;
  }

  private compute(from: Instant, until: Instant): ZoneYear {
    const changes: Change[] = [];
    for (let at = from; at < until; at += STEP) {
      const change = this.changeIn(at, Math.min(at + STEP, until));
      if (change) changes.push(change);
    }
    return { until, first: this.offset(from), changes };
  }

  /** The change after `from`, at `until` at the latest: the first of the next year belongs to that year. */
  private changeIn(from: Instant, until: Instant): Change | undefined {
    const before = this.offset(from);
    const after = this.offset(until);
    if (before === after) return undefined;
    let [low, high] = [from, until];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.offset(middle) === before) low = middle;
      else high = middle;
    }
    return { at: high, before, after };
  }

  private offset(at: Instant): number {
    return Math.round(this.zone.offset(at) * 60_000);
  }
}
