import { inflateSync } from 'node:zlib';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
/** Larger pictures need more memory than a logo is worth. */
const MOST_PIXELS = 16_000_000;
/** Numbers per pixel by the colour type of a PNG. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type PictureKind = 'image/png' | 'image/jpeg';

/**
 * The kind of a picture by its content, whatever its name says; undefined for anything else, and for pictures that are
 * cut off or that the PDF cannot show. A broken picture would otherwise fail at every later document.
 */
export function pictureKind(content: Buffer): PictureKind | undefined {
  if (content.subarray(0, PNG.length).equals(PNG)) return isWholePng(content) ? 'image/png' : undefined;
  const isJpeg = content.subarray(0, JPEG.length).equals(JPEG) && content.lastIndexOf(JPEG_END) > JPEG.length;
  return isJpeg && hasFrame(content) ? 'image/jpeg' : undefined;
}

/** Reads the chunks of a PNG (W3C PNG, 5) and unpacks its pixels. */
function isWholePng(content: Buffer): boolean {
  const packed: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = PNG.length; at + 12 <= content.length; ) {
    const length = content.readUInt32BE(at);
    const kind = content.toString('latin1', at + 4, at + 8);
    const data = content.subarray(at + 8, at + 8 + length);
    if (data.length < length) return false;
    if (kind === 'IHDR') header = data;
    if (kind === 'IDAT') packed.push(data);
    if (kind === 'IEND') return header !== undefined && hasPixels(header, Buffer.concat(packed));
    at += 12 + length;
  }
  return false;
}

function hasPixels(header: Buffer, packed: Buffer): boolean {
  if (header.length < 13) return false;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, interlace] = [header[8] ?? 0, header[9] ?? 0, header[12]];
  const channels = CHANNELS[colour];
  if (!channels || interlace !== 0 || width * height === 0 || width * height > MOST_PIXELS) return false;
  const size = height * (1 + Math.ceil((width * depth * channels) / 8));
  try {
    return inflateSync(packed, { maxOutputLength: size + 1 }).length === size;
  } catch {
    return false;
  }
}

/**
 * Walks the segments of a JPEG (ITU T.81, annex B) to its frame: grey or RGB. Four components are CMYK, which a PDF/A whose colours are RGB may not
 * contain.
 */
function hasFrame(content: Buffer): boolean {
  for (let at = 2; at + 9 < content.length; ) {
    if (content[at] !== 0xff) return false;
    const marker = content[at + 1] ?? 0;
    // C4, C8 and CC are no frames.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [1, 3].includes(content[at + 9] ?? 0);
    at += 2 + content.readUInt16BE(at + 2);
  }
  return false;
}
