import { BoxBuilder } from './extents';

/** A limit above the number of parts on a plate: further lines are added to the last island. */
const MOST_ISLANDS = 64;
/** Lines that are closer than this belong to one island. */
const REACH_MM = 0.5;

export interface Island {
  readonly box: BoxBuilder;
  /** Filament a square millimetre of the move's side view, where the box grew last: a line's width by its height. */
  width: number;
}

/** Islands: groups of lines whose boxes touch. Parts next to each other, and towers next to them, are separate. */
export class Islands {
  private readonly islands: Island[] = [];

  /** @param run some consecutive lines; the caller keeps the object */
  add(run: BoxBuilder, width: number): void {
    const last = this.islands.at(-1);
    if (last?.box.holds(run)) return;
    const touched = this.islands.filter(({ box }) => box.touches(run, REACH_MM));
    const full = this.islands.length >= MOST_ISLANDS ? last : undefined;
    const home = touched[0] ?? full ?? { box: new BoxBuilder(), width };
    for (const other of touched.slice(1)) home.box.absorb(other.box);
    if (home.box.absorb(run)) home.width = width;
    // The last used island is at the end: the next run most likely belongs to it.
    this.keep([...this.islands.filter((each) => each !== home && !touched.includes(each)), home]);
  }

  /** The island with the largest ground area; undefined without one. */
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
