import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';

const root = join(__dirname, '../..');
let scratch: TemporaryDirectory;
let bare: string;

/** A PATH with Node and a shell, and nothing that could be found or installed. */
beforeAll(async () => {
  scratch = await temporaryDirectory();
  bare = join(scratch.path, 'bin');
  await mkdir(bare);
  await symlink(process.execPath, join(bare, 'node'));
  await symlink('/bin/sh', join(bare, 'sh'));
});
afterAll(() => scratch.remove());

function script(name: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'scripts', name), ...args],
      { env: { PATH: bare, PANDAFAB_DATA_DIR: join(scratch.path, 'data'), ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

describe('on a host without Redis, without socat and without a package manager', () => {
  it.each([
    ['setup.mjs', 'redis-server socat', 'valkey socat', 'redis socat'],
    ['start.mjs', 'redis-server', 'valkey', 'redis'],
    ['demo.mjs', 'redis-server socat', 'valkey socat', 'redis socat'],
    ['dev.mjs', 'redis-server socat', 'valkey socat', 'redis socat'],
  ])('%s stops with exit code 2 and the lines to type', async (name, debian, fedora, macos) => {
    const { code, stderr } = await script(name);
    expect(stderr).toContain(`sudo apt-get install ${debian}\n`);
    expect(stderr).toContain(`sudo dnf install ${fedora}\n`);
    expect(stderr).toContain(`brew install ${macos}\n`);
    expect(stderr).toContain('REDIS_URL');
    expect(code).toBe(2);
  });

  it('says it in French where the terminal is French', async () => {
    const { stderr } = await script('setup.mjs', { LANG: 'fr_FR.UTF-8' });
    expect(stderr).toContain('Introuvable sur cette machine');
  });

  it('asks for no Redis where REDIS_URL names one', async () => {
    const { code, stderr } = await script('setup.mjs', { REDIS_URL: 'redis://redis.example' });
    expect(stderr).not.toContain('redis-server');
    expect(stderr).toContain('sudo apt-get install socat\n');
    expect(code).toBe(2);
  });

  it('reports to programs what is missing, changing nothing', async () => {
    const { code, stdout } = await script('setup.mjs', {}, ['--plan', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ missingPrograms: ['redis', 'socat'] });
    expect(code).toBe(0);
  });
});
