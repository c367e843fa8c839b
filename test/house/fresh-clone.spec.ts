import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';

const root = join(__dirname, '../..');
const lines: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

/** The commands that are a script of ours: they install the libraries by themselves, and so must begin without them. */
const commands = Object.entries(lines).flatMap(([name, line]) => {
  const file = /^(?:exec )?node (\S+)/.exec(line)?.[1];
  return file ? [[name, file] as const] : [];
});

/** What a file loads before its first line runs. */
const STATIC_IMPORT = /^(?:import|(?:import|export)\s[\w\s{},*$]*\sfrom)\s+['"]([^'"]+)['"]/gm;

/** Packages that a script loads at its start, itself or by a file that it imports, as `file imports package`. */
function packagesLoadedBy(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(file)) return [];
  seen.add(file);
  return [...readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return packagesLoadedBy(resolve(file, '..', name), seen);
    if (name.startsWith('node:') || builtinModules.includes(name)) return [];
    return [`${relative(root, file)} imports ${name}`];
  });
}

describe('in a fresh clone, which has no node_modules', () => {
  it.each(commands)('npm run %s begins', (_name, file) => {
    expect(packagesLoadedBy(join(root, file))).toEqual([]);
  });

  it('a package that a script loads from a separate file is found', () => {
    expect(packagesLoadedBy(join(root, 'scripts/house/check.mjs'))).toEqual([
      'scripts/house/entity-writes.mjs imports typescript',
    ]);
  });
});
