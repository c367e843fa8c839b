import { photoKind } from './photo-kind';

const bytes = (...parts: (number[] | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

it.each([
  ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n rest')],
  ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
  ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
  [undefined, bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
  [undefined, bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  [undefined, bytes('GIF89a')],
  [undefined, bytes('')],
])('is %s by its first bytes', (kind, content) => {
  expect(photoKind(content)).toBe(kind);
});
