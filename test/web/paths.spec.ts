import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEB_PATHS } from '../../apps/server/src/web/web-paths';

/** Read, not loaded: the pages are a browser's. */
const source = readFileSync(join(__dirname, '../../apps/web/src/frame/pages.ts'), 'utf8');
const pages = [...source.matchAll(/\bpath: '\/([^']*)'/g)].map(([, path]) => path ?? '');

describe('the addresses of the web app', () => {
  it('are those that the server serves it under, so that a page can be loaded again', () => {
    expect(pages.filter((path) => path !== '').sort()).toEqual([...WEB_PATHS].sort());
  });
});
