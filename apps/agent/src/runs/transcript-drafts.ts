import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backOffMs, type CancelTimer, type Clock, type RunId } from '@pandafab/shared';
import type { Logger } from 'pino';

/**
 * Short at first, because every line at the start of a run matters. A crash loses at most the longest interval: a draft
 * is some 70 kB, and more writes would wear out flash cards.
 */
const INTERVAL = { firstMs: 500, longestMs: 5000 };
const SUFFIX = '.draft';

export interface TranscriptDraftsOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Folder of the drafts, next to the journal. */
  readonly directory: string;
}

/** The draft of a run's transcript. */
export interface Draft {
  /** Stops writing; the file stays. Resolves after the last write. */
  stop(): Promise<void>;
}

/** Drafts of the transcripts of active runs, a few seconds old, for the case that this process is killed. */
export class TranscriptDrafts {
  constructor(private readonly options: TranscriptDraftsOptions) {}

  /** Writes a run's transcript immediately, soon again, then every few seconds. A run never waits for it or fails because of it. */
  follow(runId: RunId, read: () => string): Draft {
    const { clock } = this.options;
    let cancel: CancelTimer = () => {};
    let writing = Promise.resolve();
    let stopped = false;
    let written = 0;
    const next = () => {
      writing = this.write(runId, read).then(() => {
        if (!stopped) cancel = clock.setTimer(backOffMs(INTERVAL, ++written), next);
      });
    };
    next();
    return {
      stop: () => {
        stopped = true;
        cancel();
        return writing;
      },
    };
  }

  /** The draft of an earlier process and the time of its last write; undefined without one. */
  left(runId: RunId): Promise<string | undefined> {
    return readFile(this.path(runId), 'utf8').catch(() => undefined);
  }

  /** Removes the draft: the run's transcript is kept elsewhere. */
  async drop(runId: RunId): Promise<void> {
    await rm(this.path(runId), { force: true });
  }

  /** All runs of earlier processes have their end in the journal. */
  async clearLeft(): Promise<void> {
    const { directory } = this.options;
    const names = (await readdir(directory).catch(() => [])).filter((name) => name.includes(SUFFIX));
    for (const name of names) await rm(join(directory, name), { force: true });
  }

  private async write(runId: RunId, read: () => string): Promise<void> {
    const { clock, directory, log } = this.options;
    const path = this.path(runId);
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Not synced: written data survives this process, and a power cut may lose a transcript.
      await writeFile(`${path}.part`, read() + lastWords(clock.now()), { mode: 0o600 });
      await rename(`${path}.part`, path);
    } catch (error) {
      log.warn({ err: error, runId }, 'the draft of the transcript could not be written');
    }
  }

  private path(runId: RunId): string {
    return join(this.options.directory, `${runId}${SUFFIX}`);
  }
}

/** In both languages, because the server passes the transcript on as it is. No line of a replay begins with `#`. */
function lastWords(now: number): string {
  const until = new Date(now).toISOString();
  return [
    `# Kept until ${until}: what was said afterwards was lost when the agent ended without warning.`,
    `# Gardé jusqu’au ${until} : la suite a été perdue quand l’agent s’est arrêté sans prévenir.`,
    '',
  ].join('\n');
}
