import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the pages are Vite's and everything else is the server's, as if both were one. */
const server = process.env.PANDAFAB_URL ?? 'http://localhost:3000';

/** What the server answers itself outside /api, for people who have not signed in; `/` is also the app's first page. */
const PUBLIC_PATHS = [
  'setup',
  'sign-out',
  'public-pages.css',
  'forgotten',
  'password',
  'register',
  'programme',
  'unsubscribe',
  'email',
  'p',
];

/**
 * At `/` the server shows its sign-in page, and the app after that.
 * @param {import('node:http').IncomingMessage} request
 */
async function appForSignedIn({ method, headers }) {
  if (method !== 'GET') return undefined;
  const asked = fetch(`${server}/api/v1/me`, { headers: { cookie: headers.cookie ?? '' } });
  // A server that is starting again answers nothing: the proxy says so.
  return (await asked.catch(() => undefined))?.ok ? '/index.html' : undefined;
}

/**
 * The modules of ours that the first page is made of, after the entry.
 * @param {(id: string) => { importedIds: string[] } | null} infoOf
 * @returns {Set<string>}
 */
function modulesOfWall(infoOf) {
  const sources = join(import.meta.dirname, 'src');
  const found = new Set([join(sources, 'pages/wall/wall-page.tsx')]);
  // A set that grows while it is walked through shows its new elements, too.
  for (const id of found)
    for (const next of infoOf(id)?.importedIds ?? []) if (next.startsWith(sources)) found.add(next);
  return found;
}

/** A module that so many pages need is loaded with all others of its kind. */
const OFTEN = 12;
/**
 * Few files: many small ones cost the browser, the server and a slow network more than their bytes. What only other
 * pages need stays out of the first one.
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
function groups() {
  /** @type {Set<string> | undefined} */
  let ofWall;
  /** @type {import('vite').Rolldown.CodeSplittingGroup['name']} */
  const name = (id, context) => {
    ofWall ??= modulesOfWall((each) => context.getModuleInfo(each));
    return ofWall.has(id) ? 'wall' : null;
  };
  return [
    { name: 'first', tags: ['$initial'], priority: 2 },
    { name, debugName: 'wall', minShareCount: 2, priority: 1 },
    { name: 'often', test: /\.[jt]sx?$|\.mjs$/, minShareCount: OFTEN },
  ];
}

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // Only replaces changed components in a running page: `vite build` needs nothing of it.
  plugins: command === 'serve' ? [react()] : [],
  build: {
    // React's server components mean nothing here, and each of Mantine's files says that it is none.
    rollupOptions: {
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      output: { codeSplitting: { groups: groups() } },
    },
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The first page names only the styles of each other page, not each file that it shares with others: the names of
    // some 200 files are kilobytes there. A page that is opened for the first time asks for these files itself.
    modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
    manifest: true,
    // For `npm run licences`.
    license: { fileName: 'licences.json' },
  },
  server: {
    proxy: {
      '^/(\\?.*)?$': { target: server, bypass: appForSignedIn },
      [`^/(api|${PUBLIC_PATHS.join('|')})([/?].*)?$`]: { target: server },
    },
  },
}));
