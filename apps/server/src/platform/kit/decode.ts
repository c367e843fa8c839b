import { isUtf8 } from 'node:buffer';

/** Replaces a character that was lost, here or in the program that wrote the file. */
export const LOST = '\ufffd';

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf8', [0xef, 0xbb, 0xbf]],
  ['utf16le', [0xff, 0xfe]],
  ['utf16be', [0xfe, 0xff]],
];

/**
 * The encoding of a text file: from its byte order mark; else UTF-16 if about every other byte is zero; else UTF-8 if
 * it is valid; else Windows-1252, which French spreadsheets write.
 */
function encodingOf(bytes: Buffer): string {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  return marked ?? wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf8' : 'windows1252');
}

/** The beginning of a file tells its encoding. */
const SAMPLE_BYTES = 65_536;

/** In UTF-16, the high byte of every Latin letter, digit and separator is zero; elsewhere no text has a zero. */
function wideEncoding(whole: Buffer): string | undefined {
  const bytes = whole.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < bytes.length / 8) return undefined;
  return odd > even ? 'utf16le' : 'utf16be';
}

/** Loaded for the first file that a person sends. */
export const iconv = () => require('iconv-lite') as typeof import('iconv-lite');

/** Node's own decoder reads 80 to 9F of Windows-1252 as Latin-1 (nodejs/node issue 56542): iconv-lite does not. */
export const decode = (bytes: Buffer): string => iconv().decode(bytes, encodingOf(bytes));
