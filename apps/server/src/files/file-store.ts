import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { SERVER_CONFIG, type ServerConfig } from '../config';

export interface ReceivedFile {
  /** Of the content, in hexadecimal: the name it is kept under. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Contents by their SHA-256, in the data directory. Names that people gave never reach the disk. */
@Injectable()
export class FileStore implements OnModuleInit {
  private readonly root: string;

  constructor(@Inject(SERVER_CONFIG) private readonly config: ServerConfig) {
    this.root = join(config.dataDirectory, 'files');
  }

  async onModuleInit(): Promise<void> {
    // What an upload left behind when the power went is nobody's.
    await rm(join(this.root, 'incoming'), { recursive: true, force: true });
    await mkdir(join(this.root, 'incoming'), { recursive: true, mode: 0o700 });
  }

  path(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.path(sha256));
  }

  /**
   * Writes a stream to disk while hashing it; it has its name once it is whole and flushed. Nothing is left behind
   * when it fails.
   * @throws Fault FILE.TOO_LARGE, FILE.EMPTY; and what the stream throws, such as an upload cut short.
   */
  async receive(stream: NodeJS.ReadableStream): Promise<ReceivedFile> {
    const incoming = join(this.root, 'incoming', randomUUID());
    try {
      const received = await this.write(stream, incoming);
      if (received.bytes === 0) throw new Fault('FILE.EMPTY');
      await this.keep(incoming, received.sha256);
      return received;
    } finally {
      await rm(incoming, { force: true });
    }
  }

  private async write(stream: NodeJS.ReadableStream, path: string): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    const limit = this.config.maxUploadBytes;
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > limit)
          return done(new Fault('FILE.TOO_LARGE', { limitMb: Math.round(limit / 1024 / 1024) }));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(stream, measure, createWriteStream(path, { mode: 0o600, flush: true }));
    return { sha256: hash.digest('hex'), bytes };
  }

  private async keep(incoming: string, sha256: string): Promise<void> {
    const path = this.path(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(incoming, path);
    const directory = await open(dirname(path));
    await directory.sync().finally(() => directory.close());
  }

  async size(sha256: string): Promise<number> {
    return (await stat(this.path(sha256))).size;
  }
}
