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
  /** True when a `( )` comment is inside: a reader of the text must leave it out. */
  parenthesised: boolean;
  /** Bytes of the command as it is sent; if its line was cut, the bytes that were kept. */
  length: number;
}

export const emptyRange = (): CommandRange => ({ start: 0, end: 0, parenthesised: false, length: 0 });

/** Skips blanks and the `( )` comments between them. */
function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (isBlank(bytes[at]) || bytes[at] === OPEN)) {
    if (bytes[at] === OPEN) while (at < end && bytes[at] !== CLOSE) at++;
    at++;
  }
  return Math.min(at, end);
}

/** The start of the command: after blanks and a line number of the file. */
function skipNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = skipBlanks(bytes, start, end);
  if (at + 1 >= end || upper(bytes[at] as number) !== 0x4e || !isDigit(bytes[at + 1])) return at;
  at++;
  while (at < end && isDigit(bytes[at])) at++;
  return skipBlanks(bytes, at, end);
}

/** M117 and M118 show their text: parentheses are part of it, as an asterisk would be (Marlin's parser.cpp). */
function takesText(bytes: Uint8Array, at: number): boolean {
  if (upper(bytes[at] as number) !== 0x4d || bytes[at + 1] !== 0x31 || bytes[at + 2] !== 0x31) return false;
  return (bytes[at + 3] === 0x37 || bytes[at + 3] === 0x38) && !isDigit(bytes[at + 4]);
}

/** No screen shows more of a text. The rest is cut off: it cannot be a command. */
const LONGEST_TEXT = 1024;

const PAUSE = Buffer.from(';@pause');

/**
 * True for `;@pause`, which is in a comment but is a command for the host, as in Printrun and Repetier-Host
 * (printcore.py, `process_host_command`). It must not be ignored.
 */
export function isHostPause(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < PAUSE.length || bytes[start] !== SEMICOLON) return false;
  for (let at = 1; at < PAUSE.length; at++)
    if (((bytes[start + at] as number) | 0x20) !== ((PAUSE[at] as number) | 0x20)) return false;
  return true;
}

/**
 * Finds the command of a line, into `range`; false where there is none. Allocates nothing, `( )` comments aside.
 * @param cut the rest of the line was dropped: the possible beginning of a command is taken for a command, so that it is
 *   refused for its length
 */
export function findCommand(
  bytes: Uint8Array,
  lineStart: number,
  lineEnd: number,
  cut: boolean,
  range: CommandRange,
): boolean {
  const first = skipNumber(bytes, lineStart, lineEnd);
  const start = isHostPause(bytes, first, lineEnd) ? first + 1 : first;
  const stop = findStop(bytes, start, lineEnd, range);
  let end = stop;
  while (end > start && isBlank(bytes[end - 1])) end--;
  range.start = start;
  range.end = end;
  range.length = range.parenthesised ? commandText(bytes, range).length : end - start;
  if (cut && stop === lineEnd) range.length = lineEnd - lineStart;
  if (range.length > LONGEST_TEXT && takesText(bytes, start)) {
    range.end = start + LONGEST_TEXT;
    range.length = LONGEST_TEXT;
  }
  return range.length > 0;
}

/** The end of the command that begins at `start`: at its comment, its checksum, or the end of the line. */
function findStop(bytes: Uint8Array, start: number, lineEnd: number, range: CommandRange): number {
  range.parenthesised = false;
  if (start >= lineEnd) return lineEnd;
  const text = takesText(bytes, start);
  for (let at = start; at < lineEnd; at++) {
    const byte = bytes[at] as number;
    if (byte === SEMICOLON || (byte === STAR && !text)) return at;
    if (byte !== OPEN || text) continue;
    range.parenthesised = true;
    while (at < lineEnd && bytes[at] !== CLOSE) at++;
  }
  return lineEnd;
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
