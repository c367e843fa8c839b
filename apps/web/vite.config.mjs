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

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // Only replaces changed components in a running page: `vite build` needs nothing of it.
  plugins: command === 'serve' ? [react()] : [],
  build: {
    // React's server components mean nothing here, and each of Mantine's files says that it is none.
    rollupOptions: { onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning) },
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The first page names only the styles of each other page, not each file that it shares with others: the names of
    // some 260 files are 5 kB on the first page. A page that is opened for the first time asks for these files itself.
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
