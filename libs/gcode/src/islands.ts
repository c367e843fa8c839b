import { BoxBuilder } from './extents';

/** More heaps of lines than a plate holds parts: what comes beyond is taken for the last one's. */
const MOST_ISLANDS = 64;
/** Lines that are closer than this belong together. */
const REACH_MM = 0.5;

export interface Island {
  readonly box: BoxBuilder;
  /** Filament a square millimetre of the move's side view, where the box grew last: a line's width by its height. */
  width: number;
}

/** Heaps of lines whose boxes touch: parts beside each other, and towers beside them. */
export class Islands {
  private readonly islands: Island[] = [];

  /** @param run some lines in a row, which stays the caller's */
  add(run: BoxBuilder, width: number): void {
    const last = this.islands.at(-1);
    if (last?.box.holds(run)) return;
    const touched = this.islands.filter(({ box }) => box.touches(run, REACH_MM));
    const full = this.islands.length >= MOST_ISLANDS ? last : undefined;
    const home = touched[0] ?? full ?? { box: new BoxBuilder(), width };
    for (const other of touched.slice(1)) home.box.absorb(other.box);
    if (home.box.absorb(run)) home.width = width;
    // The last one used stands last: the next run is most likely its own.
    this.keep([...this.islands.filter((each) => each !== home && !touched.includes(each)), home]);
  }

  /** The one with the largest ground; undefined where there is none. */
  largest(): Island | undefined {
    return this.islands.reduce<Island | undefined>(
      (best, each) => (best && best.box.ground() >= each.box.ground() ? best : each),
      undefined,
    );
  }

  private keep(islands: readonly Island[]): void {
    this.islands.splice(0, this.islands.length, ...islands);
  }
}
