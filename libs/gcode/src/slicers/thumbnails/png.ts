import { deflateSync, inflateSync } from 'node:zlib';
import { PNG_SIGNATURE, type PngChunk, readChunks, writeChunk } from './png-chunks';
import { fits, type Picture } from './thumbnail';

/** Samples of a pixel by colour type, and the bit depths it may have (PNG specification, 11.2.1). */
const COLOURS: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};
const PALETTE = 3;
const RGBA = 6;
const LAST_FILTER = 4;
/** The chunks needed to draw; text, profiles and all others are dropped. */
const DRAWN = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

interface Header {
  readonly width: number;
  readonly height: number;
  readonly colour: number;
  /** Bytes of a row; with its filter byte where one is read. */
  readonly stride: number;
}

/** Checks a PNG down to its last pixel and keeps the chunks that draw it. Interlaced ones, which no slicer writes, count as damaged. */
export function checkPng(bytes: Buffer): Picture {
  const chunks = readChunks(bytes)?.filter(({ type }) => DRAWN.has(type));
  const header = chunks && readHeader(chunks[0]);
  if (!header || !isInOrder(chunks, header) || !hasAllPixels(chunks, header)) return null;
  const { width, height } = header;
  return { width, height, bytes: Buffer.concat([PNG_SIGNATURE, ...chunks.map(writeChunk)]) };
}

function readHeader(chunk: PngChunk | undefined): Header | null {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return null;
  const { data } = chunk;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, colour = 0, ...methods] = data.subarray(8);
  const kind = COLOURS[colour];
  if (!fits(width, height) || !kind?.depths.includes(depth) || methods.some((method) => method !== 0))
    return null;
  return { width, height, colour, stride: 1 + Math.ceil((width * kind.samples * depth) / 8) };
}

/** IHDR, then at most one palette and one transparency, then data only. */
function isInOrder(chunks: readonly PngChunk[], { colour }: Header): boolean {
  const order = chunks.map(({ type }) => type).join(' ');
  if (!/^IHDR( PLTE)?( tRNS)?( IDAT)+ IEND$/.test(order)) return false;
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data.length;
  if (palette === undefined) return colour !== PALETTE;
  return palette > 0 && palette <= 768 && palette % 3 === 0;
}

function hasAllPixels(chunks: readonly PngChunk[], { height, stride }: Header): boolean {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    const rows = inflateSync(packed, { maxOutputLength: height * stride });
    if (rows.length !== height * stride) return false;
    for (let at = 0; at < rows.length; at += stride) if ((rows[at] as number) > LAST_FILTER) return false;
    return true;
  } catch {
    return false;
  }
}

/** Writes RGBA pixels as a PNG. */
export const encodePng = (width: number, height: number, pixels: Buffer): Buffer =>
  encode({ width, height, colour: RGBA, stride: width * 4 }, pixels, []);

/**
 * Writes pixels that are numbers of a palette's entries as a PNG (PNG specification, third edition, 11.2.2 and 11.3.1).
 * @param palette RGBA
 */
export function encodeIndexedPng(width: number, height: number, pixels: Buffer, palette: Buffer): Buffer {
  const colours = Buffer.from(palette.filter((_, at) => at % 4 !== 3));
  const covers = Buffer.from(palette.filter((_, at) => at % 4 === 3));
  return encode({ width, height, colour: PALETTE, stride: width }, pixels, [
    { type: 'PLTE', data: colours },
    { type: 'tRNS', data: covers },
  ]);
}

/** @param stride bytes of a row, without its filter byte */
function encode(
  { width, height, colour, stride }: Header,
  pixels: Buffer,
  palette: readonly PngChunk[],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (stride + 1));
  for (let y = 0; y < height; y++) pixels.copy(rows, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  const chunks = [
    { type: 'IHDR', data: header },
    ...palette,
    { type: 'IDAT', data: deflateSync(rows) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([PNG_SIGNATURE, ...chunks.map(writeChunk)]);
}
