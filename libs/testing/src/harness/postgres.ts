import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { sharedCluster } from './postgres-cluster';

const clusterUrl = async (): Promise<string> =>
  process.env.PANDAFAB_TEST_POSTGRES_URL ?? (await sharedCluster());

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
 * hundredth of the time that it takes to create one.
 */
const spares: string[] = [];

const newName = (): string => `pandafab_test_${randomBytes(6).toString('hex')}`;

export interface TemporaryPostgres {
  /** `postgres://…/database`, an empty database for the caller. */
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * An empty database on a private PostgreSQL of this run of tests, or on the one that PANDAFAB_TEST_POSTGRES_URL names.
 * @throws Error when PostgreSQL is not installed.
 */
export async function createPostgresDatabase(): Promise<TemporaryPostgres> {
  const cluster = await clusterUrl();
  const name = newName();
  const spare = spares.pop();
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
    spares.push(spare);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${await fastestCopy(client)}`);
  });
}
