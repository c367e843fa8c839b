import type { BarePicture } from './bare-picture';
import { orientationOf, orientationSegment } from './orientation';

// ITU-T T.81, annex B: markers, each with a length unless it stands alone.
const SCAN = 0xda;
const END = 0xd9;
const APP0 = 0xe0;
const EXIF = 0xe1;
const ICC = 0xe2;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const RESTARTS = { first: 0xd0, last: 0xd7 };
/** Of colour tables and the like, not of a frame. */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc]);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker);

function isKept(marker: number, data: Buffer): boolean {
  if (marker === ICC) return data.toString('latin1', 0, 11) === 'ICC_PROFILE';
  if (marker === APP0 || marker === ADOBE) return true;
  return marker < APP0 && marker !== COMMENT;
}

/** Without EXIF, XMP, comments, previews, and what stands after its end. @throws the error of `isBehindEnd` when it is cut off */
export function bareJpeg(content: Buffer): BarePicture | undefined {
  const parts = [content.subarray(0, 2)];
  let [width, height] = [0, 0];
  for (let at = 2; ; ) {
    if (content.readUInt8(at) !== 0xff) return undefined;
    const marker = content.readUInt8(at + 1);
    // Any marker may have further 0xff before it.
    if (marker === 0xff) at += 1;
    else if (marker === END)
      return { bytes: Buffer.concat([...parts, content.subarray(at, at + 2)]), width, height };
    else {
      const next = at + 2 + content.readUInt16BE(at + 2);
      const data = content.subarray(at + 4, next);
      if (next > content.length || next < at + 4) return undefined;
      if (isFrame(marker)) [height, width] = [data.readUInt16BE(1), data.readUInt16BE(3)];
      if (marker === EXIF) parts.push(orientationSegment(orientationOf(data)));
      else if (isKept(marker, data)) parts.push(content.subarray(at, next));
      at = next;
      if (marker === SCAN) {
        at = endOfScan(content, next);
        parts.push(content.subarray(next, at));
      }
    }
  }
}

/** Where the marker after the data of a scan begins: in the data, 0xff is followed by 0 or is a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const next = content.readUInt8(at + 1);
    const isData = next === 0 || next === 0xff || (next >= RESTARTS.first && next <= RESTARTS.last);
    if (!isData) return at;
  }
  return content.length;
}
