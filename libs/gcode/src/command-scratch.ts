import type { CommandWords } from './command-words';
import { LONGEST_FRAME_BYTES } from './line-frame';

/** Buffer for a command's text: as long as the longest command that is ever sent. */
export class CommandScratch {
  private readonly bytes = Buffer.alloc(LONGEST_FRAME_BYTES);

  /**
   * Reads a command to its end.
   * @param command without number, checksum and comment, one character a byte
   * @throws RangeError for a command longer than any firmware accepts: half a command is a different command
   */
  read(words: CommandWords, command: string): void {
    const { bytes } = this;
    if (command.length > bytes.length) throw new RangeError(`a command of ${command.length} bytes`);
    words.parse(bytes, 0, bytes.write(command, 'latin1'));
  }
}
