/** A number in [0, 1) from a seed: mulberry32, enough for faults and the same everywhere. */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Says for each event in turn whether it fails, `rate` of them on average. It draws the distance to the next
 * fault, not each event: the sequence is the same however the events are grouped, and costs nothing between faults.
 */
export class Chance {
  private left: number;

  constructor(
    private readonly rate: number,
    readonly random: Random,
  ) {
    this.left = this.gap();
  }

  /** Processes up to `events` events; returns the index of the first failure, or -1. The events after it are not processed. */
  firstIn(events: number): number {
    if (this.left >= events) {
      this.left -= events;
      return -1;
    }
    const index = this.left;
    this.left = this.gap();
    return index;
  }

  strikes(): boolean {
    return this.firstIn(1) === 0;
  }

  private gap(): number {
    if (this.rate <= 0) return Infinity;
    if (this.rate >= 1) return 0;
    return Math.floor(Math.log(1 - this.random()) / Math.log(1 - this.rate));
  }
}
