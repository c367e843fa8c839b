import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Head } from './append-link';

/** A head of the chain, and when it was written. */
export interface LoggedHead extends Head {
  /** UTC, ISO 8601 */
  readonly at: string;
}

const lineSchema = z.object({
  sequence: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
});

export const headLogFile = (dataDirectory: string): string => join(dataDirectory, 'chain-head.log');

/** Far longer than the last line. */
const TAIL_BYTES = 4096;

/**
 * The heads of the chain in a file outside the database, one JSON object a line: it shows when the last links were cut
 * off, or when the whole chain was written again. Lines are only added. A line that was not written completely, as on a
 * full disk, is skipped when the file is read.
 */
export class HeadLog {
  constructor(readonly file: string) {}

  /** The heads in the order in which they were written; none where the file does not exist. */
  async *heads(): AsyncGenerator<LoggedHead> {
    const stream = createReadStream(this.file, 'utf8');
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        const head = headIn(line);
        if (head) yield head;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    } finally {
      stream.destroy();
    }
  }

  /** The highest head; undefined where there is none. Several server processes may write, not always in their order. */
  async last(): Promise<LoggedHead | undefined> {
    const heads = (await this.tail()).split('\n').map(headIn);
    return heads.reduce(
      (high, head) => (head && head.sequence >= (high?.sequence ?? 0) ? head : high),
      undefined,
    );
  }

  /**
   * Adds a head, and waits until it is on disk.
   * @throws the error of the disk
   */
  async append({ sequence, hash, at }: LoggedHead): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const tail = await this.tail();
    const startsLine = tail === '' || tail.endsWith('\n');
    const file = await open(this.file, 'a', 0o600);
    try {
      await file.appendFile(`${startsLine ? '' : '\n'}${JSON.stringify({ sequence, hash, at })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private async tail(): Promise<string> {
    let file: FileHandle | undefined;
    try {
      file = await open(this.file, 'r');
      const { size } = await file.stat();
      const length = Math.min(size, TAIL_BYTES);
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return buffer.toString('utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    } finally {
      await file?.close();
    }
  }
}

function headIn(line: string): LoggedHead | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
