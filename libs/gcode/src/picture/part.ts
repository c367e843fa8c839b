import type { Box } from '../extents';

/** What of a file's lines is the part, and how wide they are. Millimetres. */
export interface Part {
  readonly box: Box;
  readonly lineWidth: number;
}

/** Height of the part by its size on the ground. */
export function flatnessOf({ box: { min, max } }: Part): number {
  return (max.z - min.z) / Math.max(max.x - min.x, max.y - min.y, 0.1);
}

/** Widths of lines that a nozzle can draw; the usual one where it is not known. */
const NARROWEST_MM = 0.2;
const WIDEST_MM = 2.5;
const USUAL_MM = 0.45;

/** The part with a possible width of lines. */
export const withVisibleLines = ({ box, lineWidth }: Part): Part => ({
  box,
  lineWidth: Math.min(Math.max(lineWidth || USUAL_MM, NARROWEST_MM), WIDEST_MM),
});
