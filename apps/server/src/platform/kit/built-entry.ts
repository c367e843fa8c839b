import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the nearest parent folder with package-lock.json, from the sources and from dist alike. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('not inside the project: no package-lock.json above this file');
  return projectRoot(parent);
}

/** The compiled file that a child process runs, also when the parent process runs from the sources, as under Jest. */
export const builtEntry = (path: string): string => join(projectRoot(__dirname), 'dist', path);
