import { type FileHandle, open } from 'node:fs/promises';
import { CommandReader } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';
import type { CommandSource } from './command-source';

const CHUNK_BYTES = 65_536;
/** Read on when fewer commands than this are left, so that a fast machine never waits for the disk. */
const LOW_WATER = 1_024;

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
    await source.read();
    await source.demandCommands();
    return source;
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('FILE.NOT_READABLE', {
      path,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

class FileCommandSource implements CommandSource {
  onReady: (() => void) | null = null;
  error: Error | null = null;
  offset = 0;
  private commands: string[] = [];
  private offsets: number[] = [];
  private taken = 0;
  private reading = false;
  private ended = false;
  private readonly chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  private readonly reader = new CommandReader((command, _line, endOffset) => {
    this.commands.push(command);
    this.offsets.push(endOffset);
  });

  constructor(
    private readonly file: FileHandle,
    readonly totalBytes: number,
  ) {}

  next(): string | null | undefined {
    const command = this.commands[this.taken];
    if (this.commands.length - this.taken < LOW_WATER && !this.ended && !this.reading) void this.read();
    if (command === undefined) return this.ended ? null : undefined;
    this.offset = this.offsets[this.taken] ?? this.offset;
    this.taken++;
    return command;
  }

  /** Reads one chunk, further ones where it holds no command. */
  async read(): Promise<void> {
    this.reading = true;
    try {
      do await this.readChunk();
      while (!this.ended && this.commands.length === this.taken);
    } catch (error) {
      this.error = error instanceof Error ? error : new Error(String(error));
      this.ended = true;
    }
    this.reading = false;
    this.onReady?.();
  }

  /** @throws Fault or Error when its beginning cannot be read, or holds nothing */
  async demandCommands(): Promise<void> {
    if (this.commands.length > 0 && !this.error) return;
    await this.close();
    throw this.error ?? new Fault('FILE.EMPTY');
  }

  async close(): Promise<void> {
    this.ended = true;
    await this.file.close().catch(() => undefined);
  }

  private async readChunk(): Promise<void> {
    const { bytesRead } = await this.file.read(this.chunk, 0, CHUNK_BYTES, null);
    this.commands = this.commands.slice(this.taken);
    this.offsets = this.offsets.slice(this.taken);
    this.taken = 0;
    if (bytesRead > 0) this.reader.push(this.chunk.subarray(0, bytesRead));
    else {
      this.reader.end();
      this.ended = true;
    }
  }
}
