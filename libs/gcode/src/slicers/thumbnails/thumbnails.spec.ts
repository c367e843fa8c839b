import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { SlicerComments } from '../slicer-comments';
import { encodePng } from './png';
import { readChunks, writeChunk } from './png-chunks';
import type { Thumbnails } from './thumbnail';

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
/** One code, `0`, for the symbol 0: no difference, end of block. */
const table = (kind: number) => segment(0xc4, Buffer.from([kind, 1, ...Array(15).fill(0), 0]));
/** 8×8, one grey: the smallest baseline JPEG there is, and a comment. */
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xfe, Buffer.from('made for a test')),
  segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
  segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
  table(0x00),
  table(0x10),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x3f, 0xff, 0xd9]),
]);

const solid = (width: number, height: number, colour = [10, 200, 30, 255]) =>
  Buffer.from(Array.from({ length: width * height }, () => colour).flat());
const png = (width: number, height: number) => encodePng(width, height, solid(width, height));

function qoi(width: number, height: number, data: readonly number[]): Buffer {
  const header = Buffer.from('qoif00000000\x04\x00', 'latin1');
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  return Buffer.concat([header, Buffer.from(data), Buffer.from([0, 0, 0, 0, 0, 0, 0, 1])]);
}

function block(tag: string, size: string, bytes: Buffer, length = bytes.toString('base64').length): string {
  const rows = bytes.toString('base64').match(/.{1,78}/g) ?? [];
  return [`; ${tag} begin ${size} ${length}`, ...rows.map((row) => `; ${row}`), `; ${tag} end`, ''].join(
    '\n',
  );
}

function read(text: string): Thumbnails {
  const comments = new SlicerComments();
  for (const line of text.split('\n')) {
    const bytes = Buffer.from(line);
    if (line.startsWith(';')) comments.read(bytes, 0, bytes.length);
  }
  return comments.thumbnails();
}

/** The rows of a PNG of ours, without their filter bytes. */
function pixelsOf(bytes: Buffer, width: number): number[] {
  const data = readChunks(bytes)?.find(({ type }) => type === 'IDAT')?.data ?? Buffer.alloc(0);
  return [...inflateSync(data)].filter((_, index) => index % (width * 4 + 1) !== 0);
}

const problems = (text: string) => read(text).dropped.map(({ problem }) => problem);

describe('thumbnails of a file', () => {
  it('are shown large and small', () => {
    const sizes: [number, number][] = [
      [16, 16],
      [64, 48],
      [220, 124],
      [640, 480],
    ];
    const { kept, dropped } = read(
      sizes.map(([w, h]) => block('thumbnail', `${w}x${h}`, png(w, h))).join(';\n'),
    );
    expect(kept.map(({ width, height, format }) => [width, height, format])).toEqual([
      [220, 124, 'png'],
      [64, 48, 'png'],
    ]);
    expect(dropped).toEqual([]);
  });

  it('are shown in a larger size when there is no other', () => {
    expect(read(block('thumbnail', '640x480', png(640, 480))).kept).toHaveLength(1);
  });

  it('are found as Kiri:Moto writes them, and between the marks of OrcaSlicer', () => {
    expect(read(block('thumbnail', '40 30', png(40, 30))).kept).toHaveLength(1);
    const orca = `; THUMBNAIL_BLOCK_START\n\n;\n${block('thumbnail', '48x48', png(48, 48))}; THUMBNAIL_BLOCK_END\n`;
    expect(read(orca).kept).toHaveLength(1);
  });

  it('are JPEG where the file says so, without their comments', () => {
    const [kept] = read(block('thumbnail_JPG', '8x8', JPEG)).kept;
    expect(kept).toMatchObject({ width: 8, height: 8, format: 'jpeg' });
    expect(JPEG.includes('made for a test')).toBe(true);
    expect(kept?.bytes.includes('made for a test')).toBe(false);
    expect(kept?.bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  it('are converted from QOI to PNG, with every kind of pixel', () => {
    const data = [
      [0xfe, 100, 50, 25], // RGB
      [0xc0], // run of 1
      [0x40 | (3 << 4) | (2 << 2) | 1], // difference: +1, 0, -1
      [0x80 | (32 + 10), (8 + 3) * 16 + (8 - 2)], // luma: green +10, red +13, blue +8
      [0xff, 1, 2, 3, 4], // RGBA
      [(100 * 3 + 50 * 5 + 25 * 7 + 255 * 11) % 64], // seen before
    ].flat();
    const [kept] = read(block('thumbnail_QOI', '3x2', qoi(3, 2, data))).kept;
    expect(kept?.format).toBe('png');
    expect(pixelsOf(kept?.bytes ?? Buffer.alloc(0), 3)).toEqual(
      [
        [100, 50, 25, 255],
        [100, 50, 25, 255],
        [101, 50, 24, 255],
        [114, 60, 32, 255],
        [1, 2, 3, 4],
        [100, 50, 25, 255],
      ].flat(),
    );
  });

  it('lose all data that are not part of the picture', () => {
    const [header, data, end] = (readChunks(png(20, 20)) ?? []).map(writeChunk);
    const text = writeChunk({ type: 'tEXt', data: Buffer.from('Comment\0<script>') });
    const parts = [png(1, 1).subarray(0, 8), header, text, data, end, Buffer.from('PK\x03\x04')];
    const [kept] = read(block('thumbnail', '20x20', Buffer.concat(parts as Buffer[]))).kept;
    expect(kept?.bytes).toEqual(png(20, 20));
  });
});

describe('thumbnails that cannot be trusted', () => {
  const picture = png(32, 32);
  const chunks = readChunks(picture) ?? [];
  const rebuilt = (change: (type: string, data: Buffer) => Buffer) =>
    Buffer.concat([
      picture.subarray(0, 8),
      ...chunks.map(({ type, data }) => writeChunk({ type, data: change(type, data) })),
    ]);
  const flipped = Buffer.from(picture);
  flipped[40] = (flipped[40] as number) ^ 1;

  it.each<[string, string, string]>([
    ['has another length than announced', block('thumbnail', '32x32', picture, 4), 'size-differs'],
    ['is shorter than announced', block('thumbnail', '32x32', picture, 5000), 'size-differs'],
    ['has another size than announced', block('thumbnail', '300x300', picture), 'dimensions-differ'],
    ['has another format than announced', block('thumbnail_JPG', '32x32', picture), 'damaged'],
    ['is a JPEG announced as a PNG', block('thumbnail', '8x8', JPEG), 'damaged'],
    ['never ends', '; thumbnail begin 32x32 999\n; AAAA\n', 'not-ended'],
    [
      'ends with another',
      `; thumbnail begin 32x32 999\n; AAAA\n${block('thumbnail', '32x32', picture)}`,
      'not-ended',
    ],
    ['is no Base64', '; thumbnail begin 32x32 8\n; AA!A\n; thumbnail end\n', 'not-base64'],
    ['has padding in its middle', '; thumbnail begin 32x32 8\n; A=AAAAAA\n; thumbnail end\n', 'size-differs'],
    [
      'is for the screen of a machine',
      '; thumbnail_QIDI begin 32x32 8\n; AAAAAAAA\n; thumbnail_QIDI end',
      'unknown-format',
    ],
    ['is huge', '; thumbnail begin 4096x4096 1000\n', 'too-large'],
    ['announces a gigabyte', '; thumbnail begin 32x32 999999999\n', 'too-large'],
    ['has a broken checksum', block('thumbnail', '32x32', flipped), 'damaged'],
    [
      'unpacks into more than its pixels',
      block(
        'thumbnail',
        '32x32',
        rebuilt((type, data) =>
          type === 'IHDR' ? Buffer.concat([data.subarray(0, 9), Buffer.from([0, 0, 0, 0])]) : data,
        ),
      ),
      'damaged',
    ],
    [
      'holds no image data',
      block(
        'thumbnail',
        '32x32',
        rebuilt((type, data) => (type === 'IDAT' ? Buffer.alloc(0) : data)),
      ),
      'damaged',
    ],
    ['is an incomplete QOI', block('thumbnail_QOI', '64x64', qoi(64, 64, [0xfd])), 'damaged'],
    ['is a QOI with too many pixels', block('thumbnail_QOI', '2x2', qoi(2, 2, [0xfd])), 'damaged'],
    ['is an incomplete JPEG', block('thumbnail_JPG', '8x8', JPEG.subarray(0, -11)), 'damaged'],
  ])('one that %s is left out, with the reason', (_, text, problem) => {
    expect(problems(text)[0]).toBe(problem);
    expect(read(text).dropped).toHaveLength(1);
  });

  it('do not affect the lines that follow them', () => {
    const comments = new SlicerComments();
    for (const line of [
      '; thumbnail begin 32x32 999',
      '; AAAA',
      ';LAYER_CHANGE',
      '; estimated printing time (normal mode) = 2m',
    ])
      comments.read(Buffer.from(line), 0, line.length);
    expect(comments.layerMarks).toBe(1);
    expect(comments.estimate.seconds).toBe(120);
  });

  it('are limited to twelve', () => {
    const { kept, dropped } = read(block('thumbnail', '32x32', picture).repeat(100));
    expect(kept).toHaveLength(1);
    expect(dropped).toHaveLength(12);
    expect(dropped[0]).toEqual({ width: 32, height: 32, problem: 'too-many' });
  });

  it('never throw, for any content', () => {
    const tag = fc.constantFrom('thumbnail', 'thumbnail_JPG', 'thumbnail_QOI');
    const start = fc.constantFrom(picture, JPEG, qoi(32, 32, [0xfd, 0xfd]));
    const edit = fc.tuple(fc.nat(300), fc.nat(255));
    fc.assert(
      fc.property(tag, start, fc.array(edit, { maxLength: 4 }), (name, bytes, edits) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of edits) changed[at % changed.length] = byte;
        const { kept, dropped } = read(block(name, '32x32', changed));
        expect(kept.length + dropped.length).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
