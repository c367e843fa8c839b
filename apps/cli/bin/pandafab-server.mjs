#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// A chain of any length is read in parts: a small heap keeps garbage from piling up.
const FLAGS = ['--max-old-space-size=128'];
const built = fileURLToPath(new URL('../../../dist/apps/server/src/app/admin/main.js', import.meta.url));
if (!existsSync(built)) {
  process.stderr.write('PandaFab is not built yet. Run: npm run build\n');
  process.exit(2);
}
const command = spawn(process.execPath, [...FLAGS, built, ...process.argv.slice(2)], { stdio: 'inherit' });
/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of SIGNALS) process.on(signal, () => command.kill(signal));
command.once('exit', (code) => process.exit(code ?? 1));
