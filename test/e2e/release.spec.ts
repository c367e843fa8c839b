import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';

const root = join(__dirname, '../..');
const VERSIONED = [
  'package.json',
  'package-lock.json',
  'apps/cli/package.json',
  'apps/cli/src/main.ts',
  'apps/agent/src/main.ts',
];

let scratch: TemporaryDirectory;

const execute = promisify(execFile);
const git = async (...args: string[]) =>
  (await execute('git', ['-C', scratch.path, '-c', 'core.hooksPath=/dev/null', ...args])).stdout;
const commit = async (message: string) => {
  await writeFile(join(scratch.path, 'changed.txt'), message);
  await git('add', '-A');
  await git('commit', '-qm', message);
};
const release = async (...args: string[]) => {
  const env = { ...process.env, LC_ALL: 'C' };
  const script = join(scratch.path, 'scripts/release.mjs');
  return (await execute(process.execPath, [script, ...args], { cwd: scratch.path, env })).stdout;
};
const read = (file: string) => readFile(join(scratch.path, file), 'utf8');

/** A repository with the project's versions and two commits. */
beforeAll(async () => {
  scratch = await temporaryDirectory();
  for (const file of [...VERSIONED, '.versionrc.cjs', 'scripts'])
    await cp(join(root, file), join(scratch.path, file), { recursive: true });
  await symlink(join(root, 'node_modules'), join(scratch.path, 'node_modules'));
  await writeFile(join(scratch.path, '.gitignore'), 'node_modules\n');
  await git('init', '-q');
  for (const [key, value] of Object.entries({ name: 'Ada', email: 'ada@example.org' }))
    await git('config', `user.${key}`, value);
  await commit('feat(stock): spools have a shelf');
  await commit('fix(agent): a cable pulled out is noticed');
});
afterAll(() => scratch.remove());

describe('npm run release', () => {
  it('shows the notes and the tag with --dry-run, and changes nothing', async () => {
    const before = [await git('rev-parse', 'HEAD'), await git('tag')];
    const said = await release('--dry-run');
    expect(said).toContain('tagging release v');
    expect(said).toMatch(/### New\n\n\* \*\*stock:\*\* spools have a shelf/);
    expect(said).toMatch(/### Mended\n\n\* \*\*agent:\*\* a cable pulled out is noticed/);
    expect([await git('rev-parse', 'HEAD'), await git('tag')]).toEqual(before);
    expect(await git('status', '--porcelain')).toBe('');
  });

  it('tags the version of package.json the first time', async () => {
    const { version } = JSON.parse(await read('package.json'));
    await release();
    expect(await git('tag')).toBe(`v${version}\n`);
  });

  it('then writes the next version in every file that names it, with the notes of its commits only', async () => {
    await commit('feat(money): quotes can be signed');
    await release('--release-as', '7.8.9');
    expect(await git('tag', '--points-at', 'HEAD')).toBe('v7.8.9\n');
    for (const file of VERSIONED) expect(await read(file)).toContain('7.8.9');
    const lock = JSON.parse(await read('package-lock.json'));
    expect([lock.version, lock.packages[''].version, lock.packages['apps/cli'].version]).toEqual([
      ...['7.8.9', '7.8.9', '7.8.9'],
    ]);
    const [, newest = ''] = (await read('RELEASES.md')).split(/^##+ \[?7\.8\.9/m);
    expect(newest.split(/^##+ \[?\d/m)[0]).toContain('quotes can be signed');
    expect(newest.split(/^##+ \[?\d/m)[0]).not.toContain('spools have a shelf');
  });

  it('refuses while something is not committed', async () => {
    await writeFile(join(scratch.path, 'changed.txt'), 'half done');
    await expect(release()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not committed'),
    });
  });
});
