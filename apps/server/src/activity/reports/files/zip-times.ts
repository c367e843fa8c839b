// Offsets of APPNOTE.TXT 6.3: local file header (4.3.7), central directory header (4.3.12), its end (4.3.16).
const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_TIME = 10;
const CENTRAL_TIME = 12;
/** 1 January 1980, 00:00: the first moment that the format has. */
const FIRST_MOMENT = 0x00210000;

/** A ZIP file whose entries have no time of their own: its bytes depend on its contents alone. */
export function withoutTimes(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  const end = copy.length - END_LENGTH;
  if (copy.readUInt32LE(end) !== END) throw new Error('a ZIP file with a comment, or none');
  const count = copy.readUInt16LE(end + 10);
  let at = copy.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (copy.readUInt32LE(at) !== CENTRAL) throw new Error('a ZIP file that is damaged');
    copy.writeUInt32LE(FIRST_MOMENT, at + CENTRAL_TIME);
    copy.writeUInt32LE(FIRST_MOMENT, copy.readUInt32LE(at + 42) + LOCAL_TIME);
    const [name, extra, comment] = [28, 30, 32].map((offset) => copy.readUInt16LE(at + offset));
    at += CENTRAL_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return copy;
}
