const SPACE = 0x20;
const TAB = 0x09;
const SEMICOLON = 0x3b;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;
const upper = (byte: number): number => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte);

/** A command inside a line: without its number, checksum, comment and the blanks around it. */
export interface CommandRange {
  start: number;
  end: number;
  /** True where a `( )` comment stands inside: whoever wants the text must leave it out. */
  parenthesised: boolean;
}

/** Where the commands proper begin: after blanks and a line number that the file brought along. */
function skipNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at])) at++;
  if (at >= end || upper(bytes[at] as number) !== 0x4e || !isDigit(bytes[at + 1])) return at;
  at++;
  while (at < end && isDigit(bytes[at])) at++;
  while (at < end && isBlank(bytes[at])) at++;
  return at;
}

/** M117 and M118 show their text: parentheses are part of it, as an asterisk would be (Marlin's parser.cpp). */
function takesText(bytes: Uint8Array, at: number): boolean {
  if (upper(bytes[at] as number) !== 0x4d || bytes[at + 1] !== 0x31 || bytes[at + 2] !== 0x31) return false;
  return (bytes[at + 3] === 0x37 || bytes[at + 3] === 0x38) && !isDigit(bytes[at + 4]);
}

/** Finds the command of a line, into `range`; false where there is none. Allocates nothing. */
export function findCommand(
  bytes: Uint8Array,
  lineStart: number,
  lineEnd: number,
  range: CommandRange,
): boolean {
  const start = skipNumber(bytes, lineStart, lineEnd);
  range.parenthesised = false;
  if (start >= lineEnd || bytes[start] === SEMICOLON) return false;
  const text = takesText(bytes, start);
  let end = start;
  for (; end < lineEnd; end++) {
    const byte = bytes[end] as number;
    if (byte === SEMICOLON || (byte === STAR && !text)) break;
    if (byte !== OPEN || text) continue;
    range.parenthesised = true;
    while (end < lineEnd && bytes[end] !== CLOSE) end++;
  }
  end = Math.min(end, lineEnd);
  while (end > start && isBlank(bytes[end - 1])) end--;
  range.start = start;
  range.end = end;
  return end > start;
}

/** The command's text, one character a byte. */
export function commandText(bytes: Uint8Array, { start, end, parenthesised }: CommandRange): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return parenthesised
    ? text
        .replace(/\([^)]*\)?/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : text;
}
