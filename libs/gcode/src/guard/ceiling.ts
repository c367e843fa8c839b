/**
 * How high the tool may be at most, where that is not simply where it is: parking and probing (G27, G29) may leave it
 * as high as it was, or lower; homing X may raise it; and Marlin may be leaving out the moves of a cancelled object.
 */
export class Ceiling {
  /** False where the tool's place is known, or as unknown upwards as downwards. */
  isApart = false;
  anchor = 0;
  /** Marlin may be leaving out moves: one that goes down may leave it where it is. */
  skips = false;
  private readonly millimetres = new Float64Array(1);

  get mm(): number {
    return this.millimetres[0] as number;
  }

  /** The tool may from here on be lower than this. */
  part(mm: number, anchor: number): void {
    if (this.isApart) return;
    this.isApart = true;
    this.set(mm, anchor);
  }

  raiseTo(mm: number): void {
    if (mm > this.mm) this.millimetres[0] = mm;
  }

  /** The tool went by so much from wherever it was. */
  go(way: number): void {
    if (!this.isApart || (this.skips && way < 0)) return;
    this.millimetres[0] = this.mm + way;
  }

  /** The tool went to a place. */
  goTo(mm: number, anchor: number): void {
    if (!this.skips) this.isApart = false;
    else if (anchor !== this.anchor || mm > this.mm) this.set(mm, anchor);
  }

  private set(mm: number, anchor: number): void {
    this.millimetres[0] = mm;
    this.anchor = anchor;
  }
}
