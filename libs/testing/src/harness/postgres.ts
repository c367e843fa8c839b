import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { pollUntil } from '../poll-until';
import { type Child, startChild } from './child';
import { temporaryDirectory } from './temporary-directory';

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
  'max_connections=200',
  ...['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum', 'jit'].map((each) => `${each}=off`),
];

/** Serves on a socket in the cluster's own directory, so that no port conflict is possible, until this process ends. */
async function startCluster(): Promise<string> {
  const programs = postgresPrograms();
  const user = await postgresUser();
  const directory = (await temporaryDirectory()).path;
  if (user.uid !== undefined && user.gid !== undefined) await chown(directory, user.uid, user.gid);
  const initdb = ['-D', join(directory, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await run(join(programs, 'initdb'), [...initdb, '--locale=C'], { ...user, cwd: '/' });
  const settings = SETTINGS.flatMap((each) => ['-c', each]);
  const args = ['-D', join(directory, 'data'), '-k', directory, ...settings];
  const server = await startChild(join(programs, 'postgres'), args, { ...user, cwd: '/', directory });
  const url = `postgres://postgres@localhost/postgres?host=${directory}`;
  await pollUntil('PostgreSQL to serve', () => serves(server, url));
  return url;
}

function serves(server: Child, url: string): Promise<boolean> {
  if (server.running()) return answers(url);
  throw new Error(`PostgreSQL ended immediately:\n${server.output()}`);
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

/**
 * Jest gives every test file its own globals and modules, but Node's own modules exist once per process: a value
 * on one of them lets all test files of a worker share a cluster, which takes a second to create.
 */
const shared = EventEmitter as unknown as Record<symbol, Promise<string> | undefined>;
const CLUSTER = Symbol.for('pandafab.test-postgres');

function clusterUrl(): Promise<string> {
  const given = process.env.PANDAFAB_TEST_POSTGRES_URL;
  if (given) return Promise.resolve(given);
  shared[CLUSTER] ??= startCluster();
  return shared[CLUSTER];
}

async function administer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The names of empty databases that a copy has replaced, which become the next empty ones: to rename a database takes a
 * hundredth of the time that it takes to create one. One text, because an object would keep the modules of its test file.
 */
const spares = EventEmitter as unknown as Record<symbol, string | undefined>;
const SPARES = Symbol.for('pandafab.test-postgres-spares');

function takeSpare(): string | undefined {
  const [spare, ...others] = (spares[SPARES] ?? '').split(' ').filter(Boolean);
  spares[SPARES] = others.join(' ');
  return spare;
}

const newName = (): string => `pandafab_test_${randomBytes(6).toString('hex')}`;

export interface TemporaryPostgres {
  /** `postgres://…/database`, an empty database for the caller. */
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * An empty database on a private PostgreSQL of this process, or on the one that PANDAFAB_TEST_POSTGRES_URL names.
 * @throws Error when PostgreSQL is not installed.
 */
export async function createPostgresDatabase(): Promise<TemporaryPostgres> {
  const cluster = await clusterUrl();
  const name = newName();
  const spare = takeSpare();
  await administer(cluster, (client) =>
    client.query(spare ? `ALTER DATABASE ${spare} RENAME TO ${name}` : `CREATE DATABASE ${name}`),
  );
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      await administer(cluster, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** From version 15 PostgreSQL writes a copy page by page to its journal if it is not asked for this. */
async function fastestCopy(client: Client): Promise<string> {
  const { rows } = await client.query('SHOW server_version_num');
  return Number(rows[0].server_version_num) >= 150_000 ? 'STRATEGY FILE_COPY' : '';
}

/** The first connection to a database leaves a file in it. */
async function isUntouched(client: Client, name: string): Promise<boolean> {
  const sql = "SELECT pg_database_size($1) = pg_database_size('template0') AS untouched";
  return (await client.query(sql, [name])).rows[0].untouched;
}

/**
 * Replaces the database at `to`, if nothing has ever connected to it, by a copy of the one at `from`, to which nothing
 * may be connected. Leaves a database of PANDAFAB_TEST_POSTGRES_URL as it is: a template that stays there would never
 * be dropped.
 */
export async function copyPostgresDatabase(from: () => Promise<string>, to: string): Promise<void> {
  if (process.env.PANDAFAB_TEST_POSTGRES_URL) return;
  const nameOf = (url: string) => new URL(url).pathname.slice(1);
  const name = nameOf(to);
  await administer(await clusterUrl(), async (client) => {
    if (!(await isUntouched(client, name))) return;
    const template = nameOf(await from());
    const spare = newName();
    await client.query(`ALTER DATABASE ${name} RENAME TO ${spare}`);
    spares[SPARES] = `${spares[SPARES] ?? ''} ${spare}`;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${await fastestCopy(client)}`);
  });
}
