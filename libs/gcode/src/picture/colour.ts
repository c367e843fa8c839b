/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Sand: seen on white and on black. */
const SAND: Colour = [232, 178, 116];
/** A black part is drawn in a dark grey and a white one in a light grey: their shapes stay visible. */
const DARKEST = 58;
const LIGHTEST = 236;

/** @param hex six digits; sand when null */
export function colourOf(hex: string | null): Colour {
  if (hex === null) return SAND;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const brightest = Math.max(red, green, blue);
  const added = Math.max(DARKEST - brightest, 0);
  const shown = (value: number) => Math.min(value + added, LIGHTEST);
  return [shown(red), shown(green), shown(blue)];
}
