import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Fault, type Instant } from '@pandafab/shared';
import { SERVER_CONFIG, type ServerConfig } from '../kit/config';
import { storedPath, storeRoot } from './stored-path';

export interface ReceivedFile {
  /** Of the content, in hexadecimal: the file's name in the store. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Content that is completely on disk but not stored yet. The caller ends it by one of the two methods. */
export interface IncomingFile extends ReceivedFile {
  /** Stores it under its hash. */
  keep(): Promise<void>;
  /** Its content, before it is stored or discarded. For small files. */
  read(): Promise<Buffer>;
  /** Removes it; does nothing where it was stored. */
  discard(): Promise<void>;
}

const closed = (file: WriteStream): Promise<void> =>
  new Promise((resolve) => (file.closed ? resolve() : file.once('close', () => resolve())));

/** Contents by their SHA-256, in the data directory. File names from people never reach the disk. */
@Injectable()
export class FileStore implements OnModuleInit {
  private readonly root: string;

  constructor(@Inject(SERVER_CONFIG) private readonly config: ServerConfig) {
    this.root = storeRoot(config.dataDirectory);
  }

  async onModuleInit(): Promise<void> {
    await mkdir(join(this.root, 'incoming'), { recursive: true, mode: 0o700 });
  }

  path(sha256: string): string {
    return storedPath(this.config.dataDirectory, sha256);
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.path(sha256));
  }

  /**
   * Writes a stream to disk while hashing it, and stores it. A failure leaves nothing behind.
   * @throws Fault FILE.TOO_LARGE, FILE.EMPTY; and the errors of the stream, such as an interrupted upload.
   */
  async receive(stream: NodeJS.ReadableStream): Promise<ReceivedFile> {
    const file = await this.receiveUnstored(stream);
    try {
      await file.keep();
      return file;
    } finally {
      await file.discard();
    }
  }

  /**
   * Writes a stream to disk while hashing it, complete and flushed, for a caller that decides later whether to store
   * it. A failure leaves nothing behind.
   * @throws the errors of `receive`
   */
  async receiveUnstored(stream: NodeJS.ReadableStream): Promise<IncomingFile> {
    const incoming = join(this.root, 'incoming', randomUUID());
    const discard = () => rm(incoming, { force: true });
    try {
      const received = await this.write(stream, incoming);
      if (received.bytes === 0) throw new Fault('FILE.EMPTY');
      const read = () => readFile(incoming);
      return { ...received, read, keep: () => this.keep(incoming, received.sha256), discard };
    } catch (error) {
      await discard();
      throw error;
    }
  }

  private async write(stream: NodeJS.ReadableStream, path: string): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    const limit = this.config.maxUploadBytes;
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > limit) return done(new Fault('FILE.TOO_LARGE', { limitMb: toMegabytes(limit) }));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const file = createWriteStream(path, { mode: 0o600, flush: true });
    // A file that is still being opened would be created after it was discarded.
    await pipeline(stream, measure, file).finally(() => closed(file));
    return { sha256: hash.digest('hex'), bytes };
  }

  private async keep(incoming: string, sha256: string): Promise<void> {
    const path = this.path(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(incoming, path);
    const directory = await open(dirname(path));
    await directory.sync().finally(() => directory.close());
  }

  /** True where this content was stored before a moment; false where it is absent. */
  async isOlder(sha256: string, before: Instant): Promise<boolean> {
    const found = await stat(this.path(sha256)).catch(() => undefined);
    return found !== undefined && found.mtimeMs < before;
  }

  /**
   * Removes a content that was stored before a moment; false where the same content was stored again since. The file
   * is moved aside before it is judged, so that an upload at the same time does not collide with it.
   */
  async removeOlder(sha256: string, before: Instant): Promise<boolean> {
    if (!(await this.isOlder(sha256, before))) return false;
    const [path, aside] = [this.path(sha256), join(this.root, 'incoming', randomUUID())];
    try {
      await rename(path, aside);
      if ((await stat(aside)).mtimeMs < before) return await rm(aside).then(() => true);
      await rename(aside, path);
      return false;
    } catch (error) {
      // Another process has removed it first.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  /**
   * Removes files that uploads left behind after a power cut. Uploads of other processes may still be in progress, so
   * only files from before this moment are removed.
   */
  async sweepIncoming(before: Instant): Promise<void> {
    const directory = join(this.root, 'incoming');
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtimeMs < before) await rm(path, { force: true });
    }
  }

  /** True where this content is stored completely. */
  async has(sha256: string, bytes: number): Promise<boolean> {
    const found = await stat(this.path(sha256)).catch(() => undefined);
    return found?.size === bytes;
  }

  async size(sha256: string): Promise<number> {
    return (await stat(this.path(sha256))).size;
  }
}

/** To two decimals: limits may be fractions of a megabyte. */
const toMegabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 100) / 100;
