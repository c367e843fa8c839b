import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_PAGE_PATHS } from '../../apps/server/src/pages/public-pages/paths';
import { WEB_PATHS } from '../../apps/server/src/pages/web/web-paths';

/** The source is read as text, not loaded: the pages need a browser. */
const source = readFileSync(join(__dirname, '../../apps/web/src/frame/pages.ts'), 'utf8');
const entries = [...source.matchAll(/\bpath: '\/([^']*)'(, isTree: true)?/g)];
/** A tree shows its pages, and one thing of each, itself. */
const pages = entries.flatMap(([, path = '', isTree]) =>
  isTree ? [path, `${path}/:page`, `${path}/:page/:id`] : [path],
);

const configuration = readFileSync(join(__dirname, '../../apps/web/vite.config.mjs'), 'utf8');
const proxied = /PUBLIC_PATHS = \[([^\]]*)\]/.exec(configuration)?.[1]?.match(/(?<=')[^', ]+(?=')/g);

describe('the addresses of the web app', () => {
  it('are those that the server serves, so that a page can be reloaded', () => {
    expect(pages.filter((path) => path !== '').sort()).toEqual([...WEB_PATHS].sort());
  });
});

describe('the pages in development', () => {
  it('leave the pages before sign-in to the server', () => {
    const first = PUBLIC_PAGE_PATHS.map((path) => (path === '/' ? path : path.split('/')[0]));
    expect(['/', ...(proxied ?? [])].sort()).toEqual([...new Set(first)].sort());
  });
});
