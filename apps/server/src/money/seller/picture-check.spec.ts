import { pictureKind } from './picture-check';

/** A JPEG as far as it is looked at: its start, a frame of 8 × 8 points with so many components, its end. */
const jpegOf = (components: number): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xc0, 0, 8 + 3 * components, 8, 0, 8, 0, 8, components],
    ...new Array(3 * components).fill(1),
    ...[0xff, 0xd9],
  ]);

describe('pictureKind', () => {
  it.each([
    ['grey', 1, 'image/jpeg'],
    ['RGB', 3, 'image/jpeg'],
    ['CMYK, which no PDF/A of ours may contain', 4, undefined],
  ])('of a JPEG in %s', (_, components, kind) => {
    expect(pictureKind(jpegOf(components))).toBe(kind);
  });
});
