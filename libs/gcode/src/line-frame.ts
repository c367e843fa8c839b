/** Marlin's MAX_CMD_SIZE: the size of its line buffer, including the line end (Marlin/src/gcode/queue.h). */
export const MAX_FRAME_BYTES = 96;

/** Klipper's own commands, such as the outlines of objects, are long: its profile allows this length. */
export const LONGEST_FRAME_BYTES = 4096;

const LF = 0x0a;
const CR = 0x0d;
const ASTERISK = 0x2a;
const ZERO = 0x30;
const LONGEST_CHECKSUM = 3;
const LONGEST_TAIL = LONGEST_CHECKSUM + 2;

/**
 * Frames one command with a number for Marlin-like firmware: `N<n> <command>*<xor>` and a line feed. The checksum
 * is the exclusive or of every byte before the asterisk (Marlin/src/gcode/queue.cpp).
 * @param command without number, checksum or line end; one byte a character (Latin-1).
 * @throws RangeError for a line end or a character of more than one byte, which would smuggle in a second command.
 */
export function frameLine(lineNumber: number, command: string): Buffer {
  const head = `N${lineNumber} `;
  // One pass, byte by byte: this runs for every line sent, and temporary strings would be garbage.
  const frame = Buffer.allocUnsafe(head.length + command.length + LONGEST_TAIL);
  let checksum = 0;
  let at = 0;
  for (; at < head.length; at++) checksum ^= frame[at] = head.charCodeAt(at);
  for (let i = 0; i < command.length; i++, at++) {
    const byte = command.charCodeAt(i);
    if (byte > 0xff || byte === LF || byte === CR) throw new RangeError(`no byte of a command: ${byte}`);
    checksum ^= frame[at] = byte;
  }
  return frame.subarray(0, writeTail(frame, at, checksum));
}

/** Writes the asterisk, the checksum's digits and the line feed. @returns where the frame ends */
function writeTail(frame: Buffer, start: number, checksum: number): number {
  let at = start;
  frame[at++] = ASTERISK;
  if (checksum >= 100) frame[at++] = ZERO + Math.floor(checksum / 100);
  if (checksum >= 10) frame[at++] = ZERO + (Math.floor(checksum / 10) % 10);
  frame[at++] = ZERO + (checksum % 10);
  frame[at++] = LF;
  return at;
}

/**
 * Bytes of the frame of a command of `commandBytes`, with the longest checksum it could have. A number of one digit
 * more: what the host sends for a pause has numbers too, so that a line's number is larger than its place in the file.
 */
export function frameLength(lineNumber: number, commandBytes: number): number {
  return `N${lineNumber}0 *\n`.length + commandBytes + LONGEST_CHECKSUM;
}
