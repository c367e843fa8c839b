import { isBehindEnd } from './bare-picture';

// EXIF 2.32, 4.5.4 and 4.6.4: after `Exif` and two zeros a TIFF header, and a directory of entries of 12 bytes.
const NAME = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;
const ENTRY = 12;

/** Which way is up, 1 to 8, from the data of an EXIF segment; 1, as it stands, where the segment does not say. */
export function orientationOf(data: Buffer): number {
  if (!data.subarray(0, NAME.length).equals(NAME)) return 1;
  const tiff = data.subarray(NAME.length);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * ENTRY;
      if (short(at) === ORIENTATION) return isOrientation(short(at + 8)) ? short(at + 8) : 1;
    }
  } catch (error) {
    // A directory that points behind its end says nothing.
    if (!isBehindEnd(error)) throw error;
  }
  return 1;
}

const isOrientation = (value: number): boolean => value >= 1 && value <= 8;

/** A JPEG segment that says this and nothing else; nothing for 1. */
export function orientationSegment(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0);
  const tiff = Buffer.alloc(8 + 2 + ENTRY + 4);
  tiff.write('MM', 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  // One number of two bytes.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + NAME.length + tiff.length, 2);
  return Buffer.concat([head, NAME, tiff]);
}
