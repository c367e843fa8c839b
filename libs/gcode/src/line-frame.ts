/** Marlin's MAX_CMD_SIZE: what its line buffer holds, the line end included (Marlin/src/gcode/queue.h). */
export const MAX_FRAME_BYTES = 96;

const LF = 0x0a;
const CR = 0x0d;
const LONGEST_CHECKSUM = 3;

/**
 * Frames one command as numbered Marlin-like firmware wants it: `N<n> <command>*<xor>` and a line feed. The checksum
 * is the exclusive or of every byte before the asterisk (Marlin/src/gcode/queue.cpp).
 * @param command without number, checksum or line end; one byte a character (Latin-1).
 * @throws RangeError for a line end or a character of more than one byte, which would smuggle in a second command.
 */
export function frameLine(lineNumber: number, command: string): Buffer {
  const body = `N${lineNumber} ${command}`;
  let checksum = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body.charCodeAt(i);
    if (byte > 0xff || byte === LF || byte === CR) throw new RangeError(`no byte of a command: ${byte}`);
    checksum ^= byte;
  }
  return Buffer.from(`${body}*${checksum}\n`, 'latin1');
}

/** Bytes of the frame of a command of `commandBytes`, with the longest checksum it could have. */
export function frameLength(lineNumber: number, commandBytes: number): number {
  return `N${lineNumber} *\n`.length + commandBytes + LONGEST_CHECKSUM;
}
