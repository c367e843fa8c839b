import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './programs.mjs';
import { freePort, redisAnswers } from './wait.mjs';

/** `noeviction`: BullMQ's jobs are not a cache. Append-only: a crash loses one second of queue changes, and SQL has the truth. */
const configuration = ({ port, password, directory }) => `bind 127.0.0.1
port ${port}
requirepass ${password}
dir ${JSON.stringify(directory)}
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
`;

/**
 * Starts a private Redis: loopback only, its own data folder, a password that only this run knows.
 * It comes back on the same port when it dies; clients reconnect.
 * @param {import('./processes.mjs').Launcher} launcher
 * @param {string} directory where it keeps its data
 * @returns {Promise<string>} its URL, for REDIS_URL
 */
export async function startRedis(launcher, directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const password = randomBytes(18).toString('hex');
  // In a file that only we can read: every account of the host can see a command line.
  const file = join(directory, 'redis.conf');
  writeFileSync(file, configuration({ port, password, directory }), { mode: 0o600 });
  await launcher.start({
    name: 'redis',
    command: /** @type {string} */ (findProgram('redis')),
    args: [file],
    quiet: true,
    restart: true,
    ready: () => redisAnswers({ port, password }),
  });
  return `redis://:${password}@127.0.0.1:${port}`;
}
