import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Instant, newId, type RunId } from '@pandafab/shared';
import { SERVER_CONFIG, type ServerConfig } from '../config';

/**
 * What was said on the line of each run, as its agent sent it: beside the files, never in the database, where they
 * would outweigh all else. Run ids are the server's own, so they make safe names.
 */
@Injectable()
export class TranscriptStore implements OnModuleInit {
  private readonly root: string;

  constructor(@Inject(SERVER_CONFIG) config: ServerConfig) {
    this.root = join(config.dataDirectory, 'transcripts');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
  }

  /** Keeps a transcript, whole or not at all; a later one of the same run takes its place. */
  async keep(runId: RunId, text: string): Promise<void> {
    const part = `${this.path(runId)}.${newId<string>()}.part`;
    try {
      const file = await open(part, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, this.path(runId));
    } finally {
      await rm(part, { force: true });
    }
  }

  /** The transcript and its length in bytes; undefined where there is none. */
  async read(runId: RunId): Promise<{ stream: ReadStream; length: number } | undefined> {
    try {
      const { size: length } = await stat(this.path(runId));
      return { stream: createReadStream(this.path(runId)), length };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Removes transcripts, and parts that a power cut left behind, from before a moment. @returns how many */
  async removeOlder(before: Instant): Promise<number> {
    let removed = 0;
    for await (const { name } of await opendir(this.root)) {
      const path = join(this.root, name);
      const found = await stat(path).catch(() => undefined);
      if (!found?.isFile() || found.mtimeMs >= before) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }

  private path(runId: RunId): string {
    return join(this.root, `${runId}.txt`);
  }
}
