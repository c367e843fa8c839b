import { execFile, execFileSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Actor } from './actor';

const run = promisify(execFile);
const MEGABYTES = 192;

/**
 * The servers' disk: a small file system of its own in memory, where this process may mount one. Elsewhere none of the
 * servers' files may grow while it is full; the system then reports another error (EFBIG instead of ENOSPC).
 */
export class ServerDisk {
  private constructor(
    private readonly directory: string,
    /** False where nothing could be mounted. */
    readonly isReal: boolean,
  ) {}

  static async mount(directory: string): Promise<ServerDisk> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const options = `size=${MEGABYTES}m,mode=0700`;
    const isReal = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]).then(
      () => true,
      () => false,
    );
    const disk = new ServerDisk(directory, isReal);
    // When this process ends, the mount is removed; processes that still write there keep their open files.
    process.once('exit', () => disk.unmount());
    return disk;
  }

  /** @returns a function that frees it again */
  async fill(servers: readonly Actor[]): Promise<() => Promise<void>> {
    return this.isReal ? this.fillUp() : limit(servers);
  }

  unmount(): void {
    if (!this.isReal) return;
    try {
      execFileSync('umount', ['--lazy', this.directory], { stdio: 'ignore' });
    } catch {
      // It was unmounted before.
    }
  }

  private async fillUp(): Promise<() => Promise<void>> {
    const ballast = join(this.directory, 'ballast');
    // First in large pieces, then to the last page: each ends with ENOSPC, as it should.
    for (const size of ['1M', '4k']) {
      const args = ['if=/dev/zero', `of=${ballast}`, `bs=${size}`, 'oflag=append', 'conv=notrunc'];
      await run('dd', args).catch(() => undefined);
    }
    return () => rm(ballast, { force: true });
  }
}

/** Prevents the files of these processes from growing. */
async function limit(servers: readonly Actor[]): Promise<() => Promise<void>> {
  const set = (bytes: string) =>
    Promise.all(
      servers.map(({ pid }) => pid && run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}`]).catch(() => {})),
    );
  await set('4096:unlimited');
  return async () => {
    await set('unlimited:unlimited');
  };
}
