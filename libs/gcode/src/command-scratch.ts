import type { CommandWords } from './command-words';
import { LONGEST_FRAME_BYTES } from './line-frame';

/** Where a command's text is put to be read: as long as any that is ever sent. */
export class CommandScratch {
  private readonly bytes = Buffer.alloc(LONGEST_FRAME_BYTES);

  /**
   * Reads a command to its end.
   * @param command without number, checksum and comment, one character a byte
   * @throws RangeError for one that is longer than any firmware takes: half a command is another command
   */
  read(words: CommandWords, command: string): void {
    const { bytes } = this;
    if (command.length > bytes.length) throw new RangeError(`a command of ${command.length} bytes`);
    words.parse(bytes, 0, bytes.write(command, 'latin1'));
  }
}
