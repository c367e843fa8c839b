import { execFile } from 'node:child_process';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresPrograms, postgresUser } from '@pandafab/testing';
import { Client } from 'pg';
import type { Role } from './actor';

const run = promisify(execFile);

/** A PostgreSQL that survives its own SIGKILL: synchronous, unlike that of other tests. */
export async function makePostgres(directory: string): Promise<{ role: Omit<Role, 'logFile'>; url: string }> {
  const programs = postgresPrograms();
  const user = await postgresUser();
  await mkdir(directory, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) await chown(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  await run(join(programs, 'initdb'), init, { ...user, cwd: '/' });
  const url = `postgres://postgres@localhost/postgres?host=${directory}`;
  const settings = ['listen_addresses=', 'max_connections=100'].flatMap((each) => ['-c', each]);
  const args = ['-D', data, '-k', directory, ...settings];
  const role = {
    ...user,
    name: 'database',
    command: join(programs, 'postgres'),
    args,
    ready: () => answers(url),
    // After a kill its children may still use its memory: then it ends, and is started again.
    mayEnd: () => true,
  };
  return { role, url };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
