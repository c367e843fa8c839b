import type { BarePicture } from './bare-picture';

// WebP container specification: RIFF header, then chunks of a name, a length and data of an even length.
const HEADER = 12;
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the first byte of `VP8X` that announce EXIF and XMP. */
const ANNOUNCED = 0x08 | 0x04;

/** Without EXIF and XMP. @throws the error of `isBehindEnd` when it is cut off */
export function bareWebp(content: Buffer): BarePicture | undefined {
  const parts: Buffer[] = [];
  let size: readonly [number, number] | undefined;
  const whole = 8 + content.readUInt32LE(4);
  if (whole > content.length) return undefined;
  for (let at = HEADER; at < whole; ) {
    const name = content.toString('latin1', at, at + 4);
    const length = content.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > content.length) return undefined;
    if (KEPT.has(name)) {
      const chunk = Buffer.from(content.subarray(at, end));
      if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~ANNOUNCED, 8);
      size ??= sizeIn(name, chunk.subarray(8));
      parts.push(chunk);
    }
    at = end;
  }
  if (!size) return undefined;
  const body = Buffer.concat(parts);
  const header = Buffer.from(content.subarray(0, HEADER));
  header.writeUInt32LE(4 + body.length, 4);
  return { bytes: Buffer.concat([header, body]), width: size[0], height: size[1] };
}

function sizeIn(name: string, data: Buffer): readonly [number, number] | undefined {
  if (name === 'VP8X') return [data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1];
  // RFC 6386, section 9.1: three bytes of the frame, three of a start code, then the size.
  if (name === 'VP8 ') return [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
  if (name !== 'VP8L') return undefined;
  const bits = data.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}
