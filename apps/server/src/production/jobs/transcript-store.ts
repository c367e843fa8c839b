import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAtomically } from '@pandafab/platform';
import { type Instant, newId, type RunId } from '@pandafab/shared';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';

/**
 * The transcript of each run's line, as the agent sent it. Stored next to the files, not in the database, where
 * transcripts would be larger than all other data. The server makes the run ids, so they are safe file names.
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

  /** Stores a transcript completely or not at all; a later one of the same run replaces it. */
  async keep(runId: RunId, text: string): Promise<void> {
    await writeAtomically(this.path(runId), text, { part: `${this.path(runId)}.${newId<string>()}.part` });
  }

  /** The transcript and its length in bytes; undefined if there is none. */
  async read(runId: RunId): Promise<{ stream: ReadStream; length: number } | undefined> {
    try {
      const { size: length } = await stat(this.path(runId));
      return { stream: createReadStream(this.path(runId)), length };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Removes transcripts older than a moment, and incomplete ones left by a power cut. @returns how many */
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
