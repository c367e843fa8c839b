import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelTimer, Clock, RunId } from '@pandafab/shared';
import type { Logger } from 'pino';

/** What a crash costs of a transcript. A draft is some 70 kB: more often would wear out flash cards. */
const LONGEST_MS = 5000;
/** A run that has just begun has said little, and all of it matters. */
const FIRST_MS = 500;
const SUFFIX = '.draft';

export interface TranscriptDraftsOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Where they lie, beside the journal. */
  readonly directory: string;
}

/** A run's transcript that is being written down. */
export interface Draft {
  /** Ends it; the file stays. Resolves when nothing is written any more. */
  stop(): Promise<void>;
}

/** What is known of the transcripts of runs under way, should this process be killed: drafts, seconds old. */
export class TranscriptDrafts {
  constructor(private readonly options: TranscriptDraftsOptions) {}

  /** Writes a run's transcript down at once, soon again, then every few seconds. A run never waits for it, nor fails by it. */
  follow(runId: RunId, read: () => string): Draft {
    const { clock } = this.options;
    let cancel: CancelTimer = () => {};
    let writing = Promise.resolve();
    let stopped = false;
    let delay = FIRST_MS;
    const next = () => {
      writing = this.write(runId, read).then(() => {
        if (!stopped) cancel = clock.setTimer(delay, next);
        delay = Math.min(2 * delay, LONGEST_MS);
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

  /** What an earlier process left of a run, and up to when it reaches; undefined where it left nothing. */
  left(runId: RunId): Promise<string | undefined> {
    return readFile(this.path(runId), 'utf8').catch(() => undefined);
  }

  /** The run's transcript is kept elsewhere. */
  async drop(runId: RunId): Promise<void> {
    await rm(this.path(runId), { force: true });
  }

  /** No run of an earlier process is without its end any more. */
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
      // Not synced: what the system has taken outlives this process, and a power cut may cost a transcript.
      await writeFile(`${path}.part`, read() + lastWords(clock.now()), { mode: 0o600 });
      await rename(`${path}.part`, path);
    } catch (error) {
      log.warn({ err: error, runId }, 'the transcript could not be written down');
    }
  }

  private path(runId: RunId): string {
    return join(this.options.directory, `${runId}${SUFFIX}`);
  }
}

/** In both languages: who reads it asks the server, which only passes it on. No line of a replay begins with `#`. */
function lastWords(now: number): string {
  const until = new Date(now).toISOString();
  return [
    `# Kept until ${until}: what was said afterwards was lost when the agent ended without warning.`,
    `# Gardé jusqu’au ${until} : la suite a été perdue quand l’agent s’est arrêté sans prévenir.`,
    '',
  ].join('\n');
}
