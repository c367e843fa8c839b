import { join } from 'node:path';
import { root } from './root.mjs';
import { httpAnswers } from './wait.mjs';

/**
 * Serves the pages by Vite, which shows each change, in front of a server.
 * @param {import('./processes.mjs').Launcher} launcher
 * @param {{ port: number, serverUrl: string }} options
 */
export const startPages = (launcher, { port, serverUrl }) =>
  launcher.start({
    name: 'pages',
    command: process.execPath,
    args: [
      ...[join(root, 'node_modules/vite/bin/vite.js'), join(root, 'apps/web'), '--clearScreen', 'false'],
      ...['--host', '127.0.0.1', '--port', String(port), '--strictPort', '--logLevel', 'warn'],
    ],
    env: { ...process.env, PANDAFAB_URL: serverUrl },
    ready: () => httpAnswers(`http://127.0.0.1:${port}/src/main.tsx`),
  });
