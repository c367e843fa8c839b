import type { BarePicture } from './bare-picture';

// PNG specification, third edition: 5.3 (chunk layout), 11 (chunks).
const SIGNATURE = 8;
const AROUND_DATA = 12;
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'pHYs',
]);

/** Without texts, times and EXIF. @throws the error of `isBehindEnd` when it is cut off */
export function barePng(content: Buffer): BarePicture | undefined {
  const parts = [content.subarray(0, SIGNATURE)];
  const [width, height] = [content.readUInt32BE(SIGNATURE + 8), content.readUInt32BE(SIGNATURE + 12)];
  let isWhole = false;
  for (let at = SIGNATURE; !isWhole; ) {
    const end = at + AROUND_DATA + content.readUInt32BE(at);
    if (end > content.length) return undefined;
    const type = content.toString('latin1', at + 4, at + 8);
    if (at === SIGNATURE && type !== 'IHDR') return undefined;
    if (KEPT.has(type)) parts.push(content.subarray(at, end));
    isWhole = type === 'IEND';
    at = end;
  }
  return { bytes: Buffer.concat(parts), width, height };
}
