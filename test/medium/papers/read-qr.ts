/**
 * A reader of QR codes for tests (ISO/IEC 18004), for what the service draws: level M, versions 1 to 13, byte mode,
 * nothing damaged. It shares nothing with the program that makes the codes.
 */
type Modules = readonly (readonly boolean[])[];

/** Blocks of level M by version: error correction codewords of a block, then pairs of blocks and data codewords. */
const BLOCKS: readonly (readonly [number, ...(readonly [number, number])[]])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
  [30, [1, 50], [4, 51]],
  [22, [6, 36], [2, 37]],
  [22, [8, 37], [1, 38]],
];

/** Centres of the alignment patterns of versions 7 to 13; 2 to 6 have one beside the last corner. */
const ALIGNMENT: Readonly<Record<number, readonly number[]>> = {
  7: [6, 22, 38],
  8: [6, 24, 42],
  9: [6, 26, 46],
  10: [6, 28, 50],
  11: [6, 30, 54],
  12: [6, 32, 58],
  13: [6, 34, 62],
};

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

function isFunction(size: number, row: number, column: number): boolean {
  const version = (size - 17) / 4;
  const [low, high] = [(at: number) => at <= 8, (at: number) => at >= size - 8];
  if ((low(row) && (low(column) || high(column))) || (high(row) && low(column))) return true;
  if (row === 6 || column === 6) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centres = ALIGNMENT[version] ?? (version === 1 ? [] : [6, size - 7]);
  const isCorner = (r: number, c: number) =>
    (r === 6 && (c === 6 || c === size - 7)) || (c === 6 && r === size - 7);
  return centres.some((r) =>
    centres.some((c) => !isCorner(r, c) && Math.abs(r - row) <= 2 && Math.abs(c - column) <= 2),
  );
}

/** The format information beside the first finder pattern, without its mask: level and mask of the data. */
function formatOf(modules: Modules): { level: number; mask: number } {
  const columns = [0, 1, 2, 3, 4];
  const bits = columns.reduce((value, column) => value * 2 + Number(modules[8]?.[column]), 0);
  const plain = bits ^ 0b10101;
  return { level: plain >> 3, mask: plain & 7 };
}

function codewordsOf(modules: Modules): number[] {
  const size = modules.length;
  const mask = MASKS[formatOf(modules).mask];
  const bits: number[] = [];
  let goesUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = goesUp ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunction(size, row, column)) bits.push(Number(modules[row]?.[column] !== mask?.(row, column)));
    }
    goesUp = !goesUp;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
}

/** Data codewords in the order of the blocks: in the code, the blocks take turns. */
function dataOf(codewords: readonly number[], version: number): number[] {
  const [, ...groups] = BLOCKS[version - 1] ?? [0];
  const lengths = groups.flatMap(([count, length]) => Array<number>(count).fill(length));
  const blocks = lengths.map((): number[] => []);
  let at = 0;
  for (let round = 0; round < Math.max(...lengths); round += 1)
    for (const [index, length] of lengths.entries())
      if (round < length) blocks[index]?.push(codewords[at++] ?? 0);
  return blocks.flat();
}

/** The text of a code of level M in byte mode. Throws on any other. */
export function readQr(modules: Modules): string {
  const version = (modules.length - 17) / 4;
  const { level } = formatOf(modules);
  if (level !== 0) throw new Error(`not level M: ${level}`);
  const bits = dataOf(codewordsOf(modules), version)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  if (!bits.startsWith('0100')) throw new Error('not in byte mode');
  const start = 4 + (version < 10 ? 8 : 16);
  const count = Number.parseInt(bits.slice(4, start), 2);
  const bytes = bits.slice(start, start + count * 8).match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString();
}
