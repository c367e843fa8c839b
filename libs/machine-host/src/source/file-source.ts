import { type FileHandle, open } from 'node:fs/promises';
import { CommandReader } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';
import type { CommandSource } from './command-source';

const CHUNK_BYTES = 65_536;
/** Bytes parsed in one slice: a whole chunk would delay the other machines, and keep thousands of strings alive. */
const SLICE_BYTES = 1_024;
const LF = 0x0a;
const NOTHING = new Uint8Array(0);

/**
 * The commands of a G-code file, in bounded memory: two chunks, whatever the file's size.
 * @throws Fault FILE.NOT_READABLE {path, reason}; FILE.EMPTY when it holds no command; FILE.NUL_BYTES and
 * FILE.LINE_TOO_LONG when its beginning shows them (further on, they end the run)
 */
export async function openCommandSource(path: string): Promise<CommandSource> {
  try {
    const file = await open(path, 'r');
    const { size } = await file.stat();
    const source = new FileCommandSource(file, size);
    await source.demandCommands();
    return source;
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('FILE.NOT_READABLE', {
      path,
      reason: asError(error).message,
    });
  }
}

class FileCommandSource implements CommandSource {
  onReady: (() => void) | null = null;
  error: Error | null = null;
  offset = 0;
  line = 0;
  /** The commands of one slice. */
  private readonly commands: string[] = [];
  private readonly lines: number[] = [];
  private readonly offsets: number[] = [];
  private taken = 0;
  /** The chunk being parsed, from `position` on. */
  private chunk: Uint8Array = NOTHING;
  private position = 0;
  /** The next chunk, once it is read: an empty one after the file's end. */
  private ahead: Uint8Array | null = null;
  /** One holds the present chunk while the other is filled. */
  private readonly buffers = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)] as const;
  private filled: 0 | 1 = 0;
  private reading: Promise<void> | null = null;
  private ended = false;
  private readonly reader = new CommandReader((command, line, endOffset) => {
    this.commands.push(command);
    this.lines.push(line);
    this.offsets.push(endOffset);
  });

  constructor(
    private readonly file: FileHandle,
    readonly totalBytes: number,
  ) {}

  next(): string | null | undefined {
    if (this.taken === this.commands.length && !this.refill()) return this.ended ? null : undefined;
    this.offset = this.offsets[this.taken] as number;
    this.line = this.lines[this.taken] as number;
    return this.commands[this.taken++];
  }

  /** @throws Fault or Error when its beginning cannot be read, or holds no command */
  async demandCommands(): Promise<void> {
    while (!this.refill() && !this.ended) await this.reading;
    if (!this.error) this.checkChunk();
    if (this.commands.length > 0 && !this.error) return;
    await this.close();
    throw this.error ?? new Fault('FILE.EMPTY');
  }

  /** Better refused before the first line than during the print: checks everything that is already read. */
  private checkChunk(): void {
    try {
      new CommandReader(() => undefined).push(this.chunk);
    } catch (error) {
      this.error = asError(error);
    }
  }

  async close(): Promise<void> {
    this.ended = true;
    await this.file.close().catch(() => undefined);
  }

  /** Parses the next slice that has commands; false when it is not read yet, or at the end. */
  private refill(): boolean {
    this.commands.length = 0;
    this.lines.length = 0;
    this.offsets.length = 0;
    this.taken = 0;
    try {
      while (this.commands.length === 0 && !this.ended && this.hasBytes()) this.readSlice();
    } catch (error) {
      this.error = asError(error);
      this.ended = true;
    }
    return this.commands.length > 0;
  }

  private readSlice(): void {
    const { chunk, position } = this;
    if (chunk.length === 0) {
      this.ended = true;
      return this.error ? undefined : this.reader.end();
    }
    const lineEnd = chunk.indexOf(LF, position + SLICE_BYTES);
    this.position = lineEnd < 0 ? chunk.length : lineEnd + 1;
    this.reader.push(chunk.subarray(position, this.position));
  }

  /** Moves to the next chunk when the present one is used up; false while it is being read. */
  private hasBytes(): boolean {
    if (this.position < this.chunk.length) return true;
    const { ahead } = this;
    if (ahead) {
      this.chunk = ahead;
      this.position = 0;
      this.ahead = null;
    }
    if (ahead?.length !== 0) this.reading ??= this.readAhead();
    return ahead !== null;
  }

  private async readAhead(): Promise<void> {
    this.filled = this.filled === 0 ? 1 : 0;
    const buffer = this.buffers[this.filled];
    try {
      const { bytesRead } = await this.file.read(buffer, 0, CHUNK_BYTES, null);
      this.ahead = buffer.subarray(0, bytesRead);
    } catch (error) {
      // Commands read before the error are still streamed.
      this.error = asError(error);
      this.ahead = NOTHING;
    }
    this.reading = null;
    this.onReady?.();
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
