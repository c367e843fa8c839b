import { encodeIndexedPng } from '../slicers/thumbnails/png';
import type { Colour } from './colour';
import type { Grey } from './grey';

/** Entries of the palette: opaque ones, and those of edges in so many steps of coverage. The first one is empty. */
const OPAQUE = 128;
const EDGE_STEPS = 3;
const EDGE_LIGHTS = 25;
const ENTRIES = 1 + OPAQUE + EDGE_STEPS * EDGE_LIGHTS;
/** What the colour is mixed with where there is little light and where there is much. */
const SHADE: Colour = [38, 26, 30];
const SHINE: Colour = [255, 250, 240];
/** The brightness that leaves the colour as it is. */
const PLAIN = 0.86;

/** The picture as a PNG with a palette: a quarter of the bytes to write. */
export function paint({ width, height, light, cover }: Grey, colour: Colour): Buffer {
  const pixels = Buffer.alloc(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const covered = cover[at] as number;
    if (covered === 0) continue;
    const value = light[at] as number;
    const step = (covered * (EDGE_STEPS + 1) + 128) >> 8;
    if (step > EDGE_STEPS) pixels[at] = 1 + ((value * OPAQUE) >> 8);
    else if (step > 0) pixels[at] = 1 + OPAQUE + (step - 1) * EDGE_LIGHTS + ((value * EDGE_LIGHTS) >> 8);
  }
  return encodeIndexedPng(width, height, pixels, paletteOf(colour));
}

function paletteOf(colour: Colour): Buffer {
  const palette = Buffer.alloc(ENTRIES * 4);
  for (let at = 0; at < OPAQUE; at++) set(palette, 1 + at, lit(colour, (at + 0.5) / OPAQUE), 255);
  for (let step = 0; step < EDGE_STEPS; step++) {
    const cover = Math.round((255 * (step + 1)) / (EDGE_STEPS + 1));
    for (let at = 0; at < EDGE_LIGHTS; at++)
      set(palette, 1 + OPAQUE + step * EDGE_LIGHTS + at, lit(colour, (at + 0.5) / EDGE_LIGHTS), cover);
  }
  return palette;
}

const set = (palette: Buffer, entry: number, colour: Colour, cover: number): void =>
  palette.set([...colour, cover], entry * 4);

/** A colour in this light: darker with a little violet, lighter with a little yellow. */
function lit(colour: Colour, light: number): Colour {
  const [other, share] =
    light < PLAIN ? [SHADE, 1 - light / PLAIN] : [SHINE, ((light - PLAIN) / (1 - PLAIN)) * 0.6];
  const mix = (at: 0 | 1 | 2) => Math.round(colour[at] * (1 - share) + other[at] * share);
  return [mix(0), mix(1), mix(2)];
}
