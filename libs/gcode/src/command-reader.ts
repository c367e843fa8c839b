import { Fault } from '@pandafab/shared';
import { commandText, emptyRange, findCommand } from './command-range';
import { frameLength, LONGEST_FRAME_BYTES } from './line-frame';
import { LineScanner } from './line-scanner';

/**
 * Takes one command: its text (one character a byte), its line in the file counted from 1, and the file offset at
 * which that line ends, for progress by bytes.
 */
export type CommandSink = (command: string, line: number, endOffset: number) => void;

/**
 * Reads the commands of a file from chunks cut anywhere, and holds at most one line. Removes comments, line numbers,
 * checksums and blank lines.
 * @throws Fault FILE.NUL_BYTES {line}, FILE.LINE_TOO_LONG {line, bytes, limit}
 */
export class CommandReader {
  private readonly range = emptyRange();
  private readonly scanner: LineScanner;
  private commands = 0;

  constructor(onCommand: CommandSink) {
    this.scanner = new LineScanner((bytes, start, end, line, endOffset, cut) => {
      const { range } = this;
      if (!findCommand(bytes, start, end, cut, range)) return;
      this.commands++;
      const fault = frameFault(this.commands, range.length, line);
      if (fault) throw fault;
      onCommand(commandText(bytes, range), line, endOffset);
    });
  }

  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
  }

  end(): void {
    this.scanner.end();
  }
}

/** FILE.LINE_TOO_LONG when no firmware's line buffer holds the line, else null. The guard knows the limit of each firmware. */
export function frameFault(lineNumber: number, commandBytes: number, line: number): Fault | null {
  const bytes = frameLength(lineNumber, commandBytes);
  if (bytes <= LONGEST_FRAME_BYTES) return null;
  return new Fault('FILE.LINE_TOO_LONG', { line, bytes, limit: LONGEST_FRAME_BYTES });
}
