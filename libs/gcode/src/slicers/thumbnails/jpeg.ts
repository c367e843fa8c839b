import { fits, type Picture } from './thumbnail';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Baseline, extended and progressive frames; browsers draw no others (ITU-T T.81, table B.1). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Tables, restart interval, JFIF and Adobe's colour transform: the segments needed to draw. */
const DRAWN = new Set([0xdb, 0xc4, 0xdd, 0xe0, 0xee, SCAN, ...FRAMES]);
/** A progressive picture has about ten scans, and tables for each. */
const MOST_SEGMENTS = 200;

interface Segment {
  readonly marker: number;
  /** From its marker on; a scan's coded data included. */
  readonly bytes: Buffer;
}

/** Walks the segments of a JPEG and keeps those that draw it: no EXIF, no comments, nothing after its end. */
export function checkJpeg(bytes: Buffer): Picture {
  const segments = readSegments(bytes)?.filter(({ marker }) => DRAWN.has(marker)) ?? [];
  const [frame, another] = segments.filter(({ marker }) => FRAMES.has(marker));
  if (!frame || another || frame.bytes.length < 9 || segments.at(-1)?.marker !== SCAN) return null;
  const [height, width] = [frame.bytes.readUInt16BE(5), frame.bytes.readUInt16BE(7)];
  if (!fits(width, height)) return null;
  const drawn = segments.map((segment) => segment.bytes);
  return { width, height, bytes: Buffer.concat([bytes.subarray(0, 2), ...drawn, Buffer.from([0xff, END])]) };
}

function readSegments(bytes: Buffer): Segment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const segments: Segment[] = [];
  for (let at = 2; segments.length < MOST_SEGMENTS && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number;
    if (marker === END) return segments;
    const end = segmentEnd(bytes, at, marker);
    if (end === null) return null;
    segments.push({ marker, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return null;
}

function segmentEnd(bytes: Buffer, at: number, marker: number): number | null {
  if (at + 4 > bytes.length) return null;
  const length = bytes.readUInt16BE(at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length) return null;
  return marker === SCAN ? scanEnd(bytes, end) : end;
}

/** The end of the coded data: at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
