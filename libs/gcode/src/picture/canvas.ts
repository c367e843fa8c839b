/** Pixels at each side that stay empty, so that the small picture too has a transparent border. */
const BORDER = 8;
/** Pixels between two looks at what is drawn. */
const LOOKED_AT = 6;

/** Pixels with the nearness and the brightness of what is nearest there. */
export class Canvas {
  /** Pixels in front of a plane behind the part: above 0; 0 where nothing is drawn. */
  readonly nearness: Float32Array;
  /** 1 to 255; 0 where nothing is drawn. */
  readonly light: Uint8Array;
  /**
   * The parallelogram that `fill` draws: a corner and the two sides from there, each as X, Y and nearness. In one array,
   * since numbers passed to a function would be allocated.
   */
  readonly shape = new Float64Array(9);

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.nearness = new Float32Array(width * height);
    this.light = new Uint8Array(width * height);
  }

  /**
   * Whether what lies between two places is far behind what is drawn there; looked at every few pixels.
   * @param margin nearness by which it is behind at least
   */
  hides(a: Float64Array, b: Float64Array, margin: number): boolean {
    const { nearness, width } = this;
    const x = a[0] as number;
    const y = a[1] as number;
    const near = (a[2] as number) + margin;
    const across = (b[0] as number) - x;
    const down = (b[1] as number) - y;
    const nearer = (b[2] as number) + margin - near;
    const steps = Math.ceil(Math.max(Math.abs(across), Math.abs(down)) / LOOKED_AT);
    for (let step = 0; step <= steps; step++) {
      const share = steps === 0 ? 0 : step / steps;
      const at = Math.trunc(y + down * share) * width + Math.trunc(x + across * share);
      // Outside the canvas there is nothing: the comparison is false.
      if (!((nearness[at] as number) > near + nearer * share)) return false;
    }
    return true;
  }

  /** Draws `shape` where it is nearer than what is there: row by row, at the middles of the pixels. */
  fill(light: number): void {
    const { shape, width, nearness } = this;
    const x0 = shape[0] as number;
    const y0 = shape[1] as number;
    const ax = shape[3] as number;
    const ay = shape[4] as number;
    const bx = shape[6] as number;
    const by = shape[7] as number;
    const area = ax * by - ay * bx;
    if (area < 1e-9 && area > -1e-9) return;
    const an = (shape[5] as number) / area;
    const bn = (shape[8] as number) / area;
    const slopeX = by * an - ay * bn;
    const slopeY = ax * bn - bx * an;
    const low = y0 + Math.min(ay, 0) + Math.min(by, 0);
    const high = y0 + Math.max(ay, 0) + Math.max(by, 0);
    const lastRow = Math.min(Math.floor(high - 0.5), this.height - 1 - BORDER);
    for (let row = Math.max(Math.ceil(low - 0.5), BORDER); row <= lastRow; row++) {
      const y = row + 0.5 - y0;
      // A place is a share of each side from the corner; both shares are between 0 and 1 inside.
      let from = -1e9;
      let to = 1e9;
      if (by !== 0) {
        const one = (y * bx) / by;
        const two = one + area / by;
        from = Math.min(one, two);
        to = Math.max(one, two);
      } else if (y * bx * area > 0 || y * bx * area < -area * area) continue;
      if (ay !== 0) {
        const one = (y * ax) / ay;
        const two = one - area / ay;
        const least = Math.min(one, two);
        const most = Math.max(one, two);
        if (least > from) from = least;
        if (most < to) to = most;
      } else if (y * ax * area < 0 || y * ax * area > area * area) continue;
      const first = Math.max(Math.ceil(from + x0 - 0.5), BORDER);
      const last = Math.min(Math.floor(to + x0 - 0.5), width - 1 - BORDER);
      const start = row * width;
      let near = (shape[2] as number) + slopeY * y + slopeX * (first + 0.5 - x0);
      for (let x = start + first; x <= start + last; x++, near += slopeX) {
        if (near <= (nearness[x] as number)) continue;
        nearness[x] = near;
        this.light[x] = light;
      }
    }
  }
}
