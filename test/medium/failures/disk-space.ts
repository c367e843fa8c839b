import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  startTestServer,
  type TemporaryDirectory,
  type TestAccount,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';

const MEGABYTE = 1024 * 1024;

interface Health {
  readonly status: string;
  readonly warnings?: { readonly code: string; readonly what: string; readonly details: object }[];
}

/** A file system of a few megabytes; false where this computer does not allow mounting one. */
function mount(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let directory: TemporaryDirectory;
let server: TestServer;
let ana: TestAccount;

async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const location = { sqliteFile: join(directory.path, 'pandafab.sqlite') };
  const database = { kind: 'SQLite', location, dataDirectory: directory.path, drop: async () => {} } as const;
  server = await startTestServer({ database, env });
  ana = await server.accountWith('maker');
}
const health = async () => (await server.anonymous().get<Health>('/api/health/ready')).body;

describe('the room on the disk', () => {
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await server.stop();
    await directory.remove();
  });

  it('warns of a disk with less room than the setting requires before it is full', async () => {
    await start({ PANDAFAB_MIN_FREE_MB: '1000000000' });
    const { status, warnings } = await health();
    expect(status).toBe('degraded');
    expect(warnings).toMatchObject([
      { code: 'HOST.DISK_NEARLY_FULL', details: { freeMb: expect.any(Number), limitMb: 1_000_000_000 } },
    ]);
  });

  it('gives no warning for a disk with enough room', async () => {
    await start({ PANDAFAB_MIN_FREE_MB: '0' });
    expect((await health()).warnings).toBeUndefined();
  });

  describe('an upload onto a full disk', () => {
    let files: string;
    let mounted = false;

    beforeEach(async () => {
      files = join(directory.path, 'files');
      mkdirSync(files);
      mounted = mount(files);
      await start({});
    });
    afterEach(() => {
      if (mounted) execFileSync('umount', ['--lazy', files]);
    });

    const send = (bytes: number) => {
      const data = new FormData();
      data.set('file', new Blob([Buffer.alloc(bytes, 'G28\n')]), 'part.gcode');
      return ana.client.post<{ code: string }>('/api/v1/uploads', data);
    };

    it('is answered 507, leaves nothing behind, and is taken once there is room', async () => {
      // Without the right to mount there is no disk that could be filled.
      if (!mounted) return;
      const refused = await send(6 * MEGABYTE);
      expect([refused.status, refused.body.code]).toEqual([507, 'REQUEST.DISK_FULL']);
      expect(readdirSync(join(files, 'incoming'))).toEqual([]);
      const ballast = join(files, 'ballast');
      try {
        writeFileSync(ballast, Buffer.alloc(8 * MEGABYTE));
      } catch {
        // It is as large as there was room.
      }
      expect((await send(10_000)).status).toBe(507);
      rmSync(ballast);
      expect((await send(10_000)).status).toBe(201);
    });
  });
});
