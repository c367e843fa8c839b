import { mkdirSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { renameDurably } from '@pandafab/platform';
import { backOffMs, type Clock, Fault } from '@pandafab/shared';
import { pause } from '../pause';
import { fetchFile } from './fetch-file';
import { hashOf } from './sha256';

const MOST_ATTEMPTS_IF_DAMAGED = 3;
const RETRY = { firstMs: 1000, longestMs: 30_000 };
/** A print that begins hours after it was sent surprises a person next to the machine. */
const GIVE_UP_AFTER_MS = 30 * 60_000;

export interface FileCacheOptions {
  readonly clock: Clock;
  readonly directory: string;
  /** Address of the server, without path. */
  readonly serverUrl: string;
  /** HTTP Basic credentials: the agent's id and its secret. */
  readonly credentials: { readonly username: string; readonly password: string };
  /** Files that no run needs are removed, least recently used first, above this. */
  readonly limitBytes: number;
}

export interface WantedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** Files from the server, keyed by their SHA-256, kept for the next print of the same part. */
export class FileCache {
  /** How many runs hold each file. */
  private readonly held = new Map<string, number>();
  private readonly fetching = new Map<string, Promise<void>>();

  constructor(private readonly options: FileCacheOptions) {
    mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  }

  /**
   * The path of a file whose SHA-256 was just checked, fetched when it is not in the cache. The file stays until `release`.
   * @throws Fault LAB.FILE_DAMAGED {attempts}, FILE_REFUSED {status}, FILE_UNREACHABLE {minutes, reason},
   *   FILE_NOT_KEPT {reason}; the reason of `signal`
   */
  async hold(file: WantedFile, signal: AbortSignal): Promise<string> {
    this.held.set(file.sha256, (this.held.get(file.sha256) ?? 0) + 1);
    try {
      await this.ensure(file, signal);
      return this.pathOf(file.sha256);
    } catch (error) {
      this.release(file.sha256);
      if (!(error as NodeJS.ErrnoException).code?.startsWith('E')) throw error;
      throw new Fault('LAB.FILE_NOT_KEPT', { reason: (error as Error).message }, { cause: error });
    }
  }

  release(sha256: string): void {
    const holders = (this.held.get(sha256) ?? 0) - 1;
    if (holders > 0) this.held.set(sha256, holders);
    else this.held.delete(sha256);
  }

  private pathOf(sha256: string): string {
    return join(this.options.directory, sha256);
  }

  /** Two runs of one file fetch it one after the other: the second finds it in the cache. */
  private async ensure(file: WantedFile, signal: AbortSignal): Promise<void> {
    for (let other = this.fetching.get(file.sha256); other; other = this.fetching.get(file.sha256)) {
      await other.catch(() => undefined);
      signal.throwIfAborted();
    }
    const mine = this.checkOrFetch(file, signal);
    this.fetching.set(file.sha256, mine);
    try {
      await mine;
    } finally {
      this.fetching.delete(file.sha256);
    }
  }

  private async checkOrFetch(file: WantedFile, signal: AbortSignal): Promise<void> {
    const path = this.pathOf(file.sha256);
    const { hash, bytes } = await hashOf(path);
    if (bytes === file.bytes && hash.digest('hex') === file.sha256) {
      const now = this.options.clock.now() / 1000;
      return utimes(path, now, now);
    }
    await rm(path, { force: true });
    await this.fetch(file, signal);
    await this.evict();
  }

  private async fetch(file: WantedFile, signal: AbortSignal): Promise<void> {
    const { clock, serverUrl, credentials } = this.options;
    const { username, password } = credentials;
    const partPath = `${this.pathOf(file.sha256)}.part`;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const url = `${serverUrl.replace(/\/$/, '')}/api/agent/files/${file.sha256}`;
    const since = clock.monotonic();
    let damaged = 0;
    for (let attempts = 1; ; attempts++) {
      const result = await fetchFile(clock, { url, authorization, bytes: file.bytes, partPath, signal });
      if (result.kind === 'complete') {
        if (result.sha256 === file.sha256) return renameDurably(partPath, this.pathOf(file.sha256));
        await rm(partPath, { force: true });
        if (++damaged === MOST_ATTEMPTS_IF_DAMAGED)
          throw new Fault('LAB.FILE_DAMAGED', { attempts: damaged });
      }
      if (result.kind === 'refused') throw new Fault('LAB.FILE_REFUSED', { status: result.status });
      if (result.kind === 'broken' && clock.monotonic() - since > GIVE_UP_AFTER_MS)
        throw new Fault('LAB.FILE_UNREACHABLE', {
          minutes: GIVE_UP_AFTER_MS / 60_000,
          reason: result.reason,
        });
      await pause(clock, backOffMs(RETRY, attempts), signal);
    }
  }

  private async evict(): Promise<void> {
    const { directory, limitBytes } = this.options;
    const names = await readdir(directory);
    const found = await Promise.all(names.map((name) => look(directory, name)));
    const files = found.flatMap((file) => file ?? []);
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= limitBytes) return;
      if (this.held.has(name.replace(/\.part$/, ''))) continue;
      await rm(join(directory, name), { force: true });
      total -= size;
    }
  }
}

/** Undefined for a part file that was just renamed to its final name. */
async function look(directory: string, name: string) {
  try {
    const { size, mtimeMs } = await stat(join(directory, name));
    return { name, size, mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
