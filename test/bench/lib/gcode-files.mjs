import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const fixtures = fileURLToPath(new URL('../../fixtures/gcode', import.meta.url));
const PACKED = '.br';

/**
 * The files of a folder, unpacked where they are packed.
 * @param {string} scratch
 * @param {string} [folder]
 * @returns {Record<string, string>} paths by name
 */
export function gcodeFiles(scratch, folder = fixtures) {
  const names = readdirSync(folder).filter((name) => /\.g(code)?(\.br)?$/i.test(name));
  return Object.fromEntries(
    names.sort().map((name) => {
      const path = join(folder, name);
      return name.endsWith(PACKED) ? [basename(name, PACKED), unpacked(path, scratch)] : [name, path];
    }),
  );
}

function unpacked(path, scratch) {
  const target = join(scratch, basename(path, PACKED));
  writeFileSync(target, brotliDecompressSync(readFileSync(path)));
  return target;
}

/** @param {string} path @returns {number} millions of bytes */
export const megabytes = (path) => statSync(path).size / 1e6;
