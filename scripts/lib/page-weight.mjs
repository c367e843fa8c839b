import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './root.mjs';

/** The most that the first page may weigh when it is compressed: a few seconds on a phone in a street. */
export const MOST_FIRST_PAGE_BYTES = 200_000;

const ENTRY = 'index.html';
const FIRST_PAGE = 'src/pages/wall/wall-page.tsx';

/**
 * The files that a browser loads to show the first page: the entry, the wall, their static imports, their styles, and the
 * typeface that the styles name.
 * @param {Record<string, { file: string, css?: string[], assets?: string[], imports?: string[] }>} manifest as Vite writes it
 * @returns {string[]} file names in dist/web
 */
export function filesOfFirstPage(manifest) {
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return [];
    seen.add(key);
    const fonts = (chunk.assets ?? []).filter((name) => name.endsWith('.woff2'));
    return [chunk.file, ...(chunk.css ?? []), ...fonts, ...(chunk.imports ?? []).flatMap(visit)];
  };
  return [...new Set([ENTRY, FIRST_PAGE].flatMap(visit))];
}

/** @returns {{ bytes: number, files: { name: string, bytes: number }[] }} compressed by gzip, as any browser takes it */
export function weighFirstPage() {
  const web = join(root, 'dist', 'web');
  const manifest = JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8'));
  const files = ['index.html', ...filesOfFirstPage(manifest)].map((name) => ({
    name,
    bytes: gzipSync(readFileSync(join(web, name)), { level: 9 }).length,
  }));
  return { bytes: files.reduce((sum, file) => sum + file.bytes, 0), files };
}
