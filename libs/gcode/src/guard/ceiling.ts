/**
 * The greatest possible height of the tool when its height is not exactly known: parking and probing (G27, G29) may leave
 * it as high as it was, or lower, and homing X may raise it.
 */
export class Ceiling {
  /** False when the tool's height is known, or unknown both upwards and downwards. */
  isApart = false;
  anchor = 0;
  /** True when this also applies to the file's own 0. */
  isRenamed = false;
  private originAnchor = 0;
  /** The greatest heights of the tool and of the file's 0. */
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

  /** The tool moved by this distance from an unknown position. */
  go(way: number): void {
    if (this.isApart) this.millimetres[0] = this.mm + way;
  }

  /** G92 has renamed an uncertain position: its greatest possible height is kept. */
  rename(called: number): void {
    this.isRenamed = this.isApart;
    this.originAnchor = this.anchor;
    this.millimetres[1] = this.mm - called;
  }

  /** Homing: everything is known again. */
  home(anchor: number): void {
    this.isRenamed = false;
    this.isApart = false;
    this.set(0, anchor);
  }

  /** The tool moved to a position named by the file, relative to its own 0. */
  goTo(way: number): void {
    this.isApart = this.isRenamed;
    if (this.isRenamed) this.set((this.millimetres[1] as number) + way, this.originAnchor);
  }

  private set(mm: number, anchor: number): void {
    this.millimetres[0] = mm;
    this.anchor = anchor;
  }
}
