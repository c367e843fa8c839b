import { readPhoto } from './photo';

const text = (...parts: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

// Three pixels by two, all red, as a browser writes them.
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCKALXj/9k=',
  'base64',
);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAEklEQVR4AWL6z8DwH4aZGJAAAAAA//+GpNPhAAAABklEQVQDAHTzBf+1yIrkAAAAAElFTkSuQmCC',
  'base64',
);
const lossy = Buffer.from(
  'VlA4ICwAAACQAQCdASoDAAIAAsBMJaACdLoAA5gA/u5DH+5sc4twV/9tD/9aH/60P+lAAA==',
  'base64',
);

const SECRET = 'GPS 47.3220 N 5.0415 E';

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
/** A directory with a text of no interest, and which way is up: in the byte order of telephones, and in the other one. */
function exif(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(38);
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  tiff.write(isLittle ? 'II' : 'MM', 'latin1');
  if (isLittle) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  short(2, 8);
  short(0x010e, 10);
  short(0x0112, 22);
  short(orientation, 30);
  return text('Exif\0\0', tiff, SECRET);
}
const afterFirst = (extra: Buffer): Buffer => text(jpeg.subarray(0, 2), extra, jpeg.subarray(2));

const pngChunk = (type: string, data: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return text(length, type, data, [0, 0, 0, 0]);
};
const webp = (...chunks: Buffer[]): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(4 + Buffer.concat(chunks).length);
  return text('RIFF', length, 'WEBP', ...chunks);
};
const webpChunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return text(name, length, data, data.length % 2 === 1 ? [0] : []);
};
/** Announces EXIF and XMP, and three pixels by two. */
const extended = webpChunk('VP8X', Buffer.from([0x2c, 0, 0, 0, 2, 0, 0, 1, 0, 0]));

const size = { width: 3, height: 2 };

describe('a photo', () => {
  it('without anything else in it stays as it is', () => {
    for (const [kind, bytes] of [
      ['image/jpeg', jpeg],
      ['image/png', png],
      ['image/webp', webp(lossy)],
    ] as const)
      expect(readPhoto(bytes)).toEqual({ kind, bytes, ...size });
  });

  it('in JPEG has no place, comment, preview or trailer any more; which way is up stays', () => {
    for (const isLittle of [true, false]) {
      const place = segment(0xe1, exif(6, isLittle));
      const extra = text(
        ...[segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)), place],
        ...[segment(0xfe, Buffer.from(SECRET)), segment(0xe2, Buffer.from(`MPF\0${SECRET}`))],
        segment(0xed, Buffer.from(SECRET)),
      );
      const photo = readPhoto(text(afterFirst(extra), SECRET, jpeg));
      expect(photo).toMatchObject({ kind: 'image/jpeg', ...size });
      expect(photo?.bytes.includes('GPS')).toBe(false);
      const way = photo?.bytes.subarray(2, 2 + 36);
      expect(way?.toString('latin1', 4, 8)).toBe('Exif');
      expect(photo?.bytes).toEqual(afterFirst(way ?? Buffer.alloc(0)));
      expect(readPhoto(photo?.bytes ?? Buffer.alloc(0))).toEqual(photo);
    }
  });

  it('in JPEG keeps its colours, and is as it stands where it does not say which way is up', () => {
    const colours = segment(0xe2, Buffer.from('ICC_PROFILE\0 red'));
    expect(readPhoto(afterFirst(colours))?.bytes).toEqual(afterFirst(colours));
    for (const damaged of [
      exif(1, true),
      exif(9, false),
      exif(6, true).subarray(0, 20),
      Buffer.from('Exif\0\0II'),
    ])
      expect(readPhoto(afterFirst(segment(0xe1, damaged)))?.bytes).toEqual(jpeg);
  });

  it('in PNG has no text and no EXIF any more, and ends where it ends', () => {
    const extra = text(pngChunk('tEXt', SECRET), pngChunk('eXIf', SECRET), pngChunk('tIME', '1234567'));
    const content = text(png.subarray(0, 33), extra, png.subarray(33), SECRET);
    expect(readPhoto(content)).toEqual({ kind: 'image/png', bytes: png, ...size });
  });

  it('in WebP has no EXIF and no XMP any more, and announces none', () => {
    const content = webp(
      extended,
      lossy,
      webpChunk('EXIF', Buffer.from(SECRET)),
      webpChunk('XMP ', Buffer.from('odd')),
    );
    const photo = readPhoto(content);
    const plain = webpChunk('VP8X', Buffer.from([0x20, 0, 0, 0, 2, 0, 0, 1, 0, 0]));
    expect(photo).toEqual({ kind: 'image/webp', bytes: webp(plain, lossy), ...size });
    const lossless = webpChunk('VP8L', Buffer.from([0x2f, 0x02, 0x40, 0, 0, 0]));
    expect(readPhoto(webp(lossless))).toMatchObject(size);
  });

  it('is none when it is cut off anywhere, or when only its beginning is one', () => {
    for (const whole of [jpeg, png, webp(extended, lossy)])
      for (let length = 0; length < whole.length; length++)
        expect(readPhoto(whole.subarray(0, length))).toBeUndefined();
    const page = '<html><script>alert(1)</script>';
    expect(readPhoto(text([0xff, 0xd8, 0xff], page))).toBeUndefined();
    expect(readPhoto(text(png.subarray(0, 8), page.repeat(3)))).toBeUndefined();
    expect(readPhoto(webp(webpChunk('EXIF', Buffer.from(page))))).toBeUndefined();
    expect(readPhoto(jpeg.subarray(2))).toBeUndefined();
  });
});
