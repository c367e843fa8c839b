import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'pandafab-root';

/** The version of this service, from its package.json: some folders above, from the sources and from the build. */
export function readVersion(from = __dirname): string | null {
  try {
    const { name, version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as {
      readonly name?: string;
      readonly version?: string;
    };
    if (name === NAME) return version ?? null;
  } catch {
    // No such file in this folder.
  }
  const parent = dirname(from);
  return parent === from ? null : readVersion(parent);
}
