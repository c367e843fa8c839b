import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { pollUntil } from '../poll-until';
import { onceInThisRun } from './whole-run';

const run = promisify(execFile);

/** Debian installs the server's programs outside the PATH, one folder per version. */
const DEBIAN_VERSIONS = '/usr/lib/postgresql';
const OTHER_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/usr/pgsql-17/bin'];

/**
 * The folder of `initdb` and `postgres`.
 * @throws Error with the package to install: without PostgreSQL the test fails, it is not skipped.
 */
export function postgresPrograms(): string {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  versions.sort((a, b) => Number(b) - Number(a));
  const folders = [...versions.map((version) => join(DEBIAN_VERSIONS, version, 'bin')), ...OTHER_FOLDERS];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (found) return found;
  throw new Error(
    'PostgreSQL is not installed, and these tests run on it: apt-get install postgresql (Debian, Ubuntu), ' +
      'dnf install postgresql-server (Fedora), brew install postgresql (macOS); ' +
      'or name a server in PANDAFAB_TEST_POSTGRES_URL',
  );
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package created. */
export async function postgresUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** Nothing has to survive a crash, and no database lives long enough to need a vacuum. */
const SETTINGS = [
  'listen_addresses=',
  'max_connections=500',
  ...['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum', 'jit'].map((each) => `${each}=off`),
];

/**
 * Serves on a socket in `directory`, so that no port conflict is possible, also after this process has ended: the guard
 * of the whole run stops it. A pipe for what it says would break before.
 */
async function startCluster(directory: string): Promise<string> {
  const programs = postgresPrograms();
  const user = await postgresUser();
  if (user.uid !== undefined && user.gid !== undefined) await chown(directory, user.uid, user.gid);
  const initdb = ['-D', join(directory, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await run(join(programs, 'initdb'), [...initdb, '--locale=C'], { ...user, cwd: '/' });
  const settings = SETTINGS.flatMap((each) => ['-c', each]);
  const args = ['-D', join(directory, 'data'), '-k', directory, ...settings];
  const log = join(directory, 'log');
  const output = openSync(log, 'w');
  const options: SpawnOptions = { ...user, cwd: '/', detached: true, stdio: ['ignore', output, output] };
  const server = spawn(join(programs, 'postgres'), args, options);
  closeSync(output);
  server.unref();
  const url = `postgres://postgres@localhost/postgres?host=${directory}`;
  await pollUntil('PostgreSQL to serve', () => {
    if (server.exitCode === null && server.signalCode === null) return answers(url);
    throw new Error(`PostgreSQL ended immediately:\n${readFileSync(log, 'utf8')}`);
  });
  return url;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** The administrator's database of a PostgreSQL that all workers of this run of tests share: it takes seconds to create. */
export const sharedCluster = (): Promise<string> => onceInThisRun('postgres', startCluster);
