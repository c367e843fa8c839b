import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '@pandafab/platform';
import { type CancelTimer, type Clock, type RunId, SerialQueue } from '@pandafab/shared';
import type { Logger } from 'pino';

/** The number of transcripts that wait for an absent server; the oldest are dropped first. */
const KEPT = 200;
const RETRY_MS = 30_000;
const GIVE_UP_MS = 15_000;

export interface TranscriptPostOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Folder of the waiting transcripts, next to the journal. */
  readonly directory: string;
  readonly serverUrl: string;
  /** The agent's id and secret. */
  readonly credentials: { readonly username: string; readonly password: string };
}

/** Keeps the transcripts of runs on the disk until the server has them. A run never waits for this or fails because of it. */
export class TranscriptPost {
  private readonly deliveries = new SerialQueue();
  private cancelRetry: CancelTimer | undefined;
  private stopped = false;

  constructor(private readonly options: TranscriptPostOptions) {}

  /** Sends the transcripts that an earlier process left. */
  start(): void {
    this.deliverSoon();
  }

  /** Writes a run's transcript to the disk, and sends it when the server can be reached. */
  async keep(runId: RunId, text: string): Promise<void> {
    const { directory, log } = this.options;
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeAtomically(join(directory, `${runId}.txt`), text);
      await this.dropOldest();
    } catch (error) {
      log.warn({ err: error, runId }, 'the transcript could not be kept');
    }
    this.deliverSoon();
  }

  /** True while a run's transcript waits here: then the run has begun. */
  isKept(runId: RunId): Promise<boolean> {
    return stat(join(this.options.directory, `${runId}.txt`)).then(
      () => true,
      () => false,
    );
  }

  /** Resolves when no transcript is being sent. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelRetry?.();
    await this.deliveries.idle();
  }

  /** Resolves when the waiting transcripts are sent, or sending has failed. */
  idle(): Promise<void> {
    return this.deliveries.idle();
  }

  private deliverSoon(): void {
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    this.deliveries.add(() => this.deliver()).catch((error: unknown) => this.onFailed(error));
  }

  private onFailed(error: unknown): void {
    this.options.log.debug({ err: error }, 'transcripts wait for the server');
    if (!this.stopped) this.cancelRetry ??= this.options.clock.setTimer(RETRY_MS, () => this.deliverSoon());
  }

  private async deliver(): Promise<void> {
    for (const name of await this.waiting()) {
      if (this.stopped) return;
      await this.send(name);
    }
  }

  /** @throws when a retry may succeed */
  private async send(name: string): Promise<void> {
    const { directory, log, serverUrl, credentials } = this.options;
    const { username, password } = credentials;
    const path = join(directory, name);
    const runId = name.replace(/\.txt$/, '');
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const { status } = await fetch(`${serverUrl.replace(/\/$/, '')}/api/agent/runs/${runId}/transcript`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'text/plain; charset=utf-8' },
      body: await readFile(path),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    if (status >= 500 || status === 429) throw new Error(`HTTP ${status}`);
    if (status >= 400) log.warn({ runId, status }, 'the server refuses this transcript');
    await rm(path, { force: true });
  }

  private async dropOldest(): Promise<void> {
    const names = await this.waiting();
    for (const name of names.slice(0, Math.max(0, names.length - KEPT)))
      await rm(join(this.options.directory, name), { force: true });
  }

  /** Names of the files, oldest first. */
  private async waiting(): Promise<string[]> {
    const { directory } = this.options;
    const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.txt'));
    const dated = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(directory, name))).mtimeMs })),
    );
    return dated.sort((a, b) => a.at - b.at).map(({ name }) => name);
  }
}
