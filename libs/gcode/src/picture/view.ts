const DEGREES = Math.PI / 180;
/** The camera stands in front of the part, a little to its right. */
const AZIMUTH = 32 * DEGREES;
/** Above the horizon: higher for a flat part, of which the top is nearly all there is. */
const OF_TALL = 27 * DEGREES;
const OF_FLAT = 50 * DEGREES;
/** Height by ground size. */
const TALL = 0.7;
const FLAT = 0.1;

/** An orthographic view: no perspective, so that parallel lines stay parallel. Unit vectors in the machine's axes. */
export interface View {
  /** Towards the right of the picture; level. */
  readonly right: readonly [x: number, y: number];
  /** Towards the camera, seen from above. */
  readonly front: readonly [x: number, y: number];
  /** Sine and cosine of the camera's height above the horizon. */
  readonly sin: number;
  readonly cos: number;
}

/** @param flatness height of the part by its ground size */
export function viewOf(flatness: number): View {
  const share = Math.min(Math.max((flatness - FLAT) / (TALL - FLAT), 0), 1);
  const elevation = OF_FLAT + (OF_TALL - OF_FLAT) * share;
  const [sin, cos] = [Math.sin(AZIMUTH), Math.cos(AZIMUTH)];
  return { right: [cos, sin], front: [sin, -cos], sin: Math.sin(elevation), cos: Math.cos(elevation) };
}
