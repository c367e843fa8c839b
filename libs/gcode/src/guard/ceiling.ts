/**
 * How high the tool may be at most, where that is not simply where it is: parking and probing (G27, G29) may leave it
 * as high as it was, or lower, and homing X may raise it.
 */
export class Ceiling {
  /** False where the tool's place is known, or as unknown upwards as downwards. */
  isApart = false;
  anchor = 0;
  /** True where the file's own 0 is apart too. */
  isRenamed = false;
  private originAnchor = 0;
  /** The tool's, and that of the file's 0. */
  private readonly millimetres = new Float64Array(2);

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
    if (this.isApart) this.millimetres[0] = this.mm + way;
  }

  /** G92 has renamed a place that was apart: what it was really called at most goes on with it. */
  rename(called: number): void {
    this.isRenamed = this.isApart;
    this.originAnchor = this.anchor;
    this.millimetres[1] = this.mm - called;
  }

  /** Homing: all is known again. */
  home(anchor: number): void {
    this.isRenamed = false;
    this.isApart = false;
    this.set(0, anchor);
  }

  /** The tool went to a place that the file names, from its own 0. */
  goTo(way: number): void {
    this.isApart = this.isRenamed;
    if (this.isRenamed) this.set((this.millimetres[1] as number) + way, this.originAnchor);
  }

  private set(mm: number, anchor: number): void {
    this.millimetres[0] = mm;
    this.anchor = anchor;
  }
}
