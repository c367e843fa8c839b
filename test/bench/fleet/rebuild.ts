import { type HttpClient, pollUntil } from '@pandafab/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { Foundations } from '../../city/foundations';
import type { Figure } from './figures';
import { addMachine, openLab } from './network';

const PART = 'M83\nG28\nG1 X10 Y10 E0.1 F3000\n';

export interface RebuildOptions {
  readonly labs: number;
  readonly jobs: number;
}

interface Job {
  readonly id: string;
  readonly state: string;
}

/** With jobs in the database and an empty Redis: the time until every lab's queue has been matched again. */
export async function rebuild(foundations: Foundations, options: RebuildOptions): Promise<Figure[]> {
  await seed(foundations, options);
  const redis = new Redis(foundations.redisUrl);
  const isIdle = async () => {
    const [waiting, active, built] = await Promise.all([
      redis.llen('pandafab:labs:wait'),
      redis.llen('pandafab:labs:active'),
      redis.exists('pandafab:queues-built'),
    ]);
    return waiting === 0 && active === 0 && built === 1;
  };
  await pollUntil('the queues to be at rest', isIdle, 60_000);
  await redis.flushall();
  const flushed = performance.now();
  await pollUntil('the queues to be rebuilt and worked off', isIdle, 120_000);
  const seconds = (performance.now() - flushed) / 1000;
  redis.disconnect();
  return [{ scenario: 'rebuild', name: `${options.jobs} queued jobs`, value: seconds, unit: 's' }];
}

/** One real job in each lab, whose machine has no spool, and the required number of copies. */
async function seed(foundations: Foundations, { labs, jobs }: RebuildOptions): Promise<void> {
  const client = foundations.clients[0] as HttpClient;
  for (let at = 0; at < labs; at++) {
    const lab = await openLab(foundations, `Queue ${at + 1}`);
    await addMachine(foundations, lab);
    const form = new FormData();
    form.set('labId', lab.id);
    form.set('file', new Blob([PART]), 'part.gcode');
    const answer = await client.post<{ jobs: Job[] }>('/api/v1/jobs', form);
    const id = answer.body.jobs[0]?.id;
    const isQueued = async () => (await client.get<Job>(`/api/v1/jobs/${id}`)).body.state === 'queued';
    await pollUntil('the job to be queued', isQueued, 30_000);
  }
  await multiply(foundations.databaseUrl, Math.ceil(jobs / labs) - 1);
}

/** Writes this number of copies of each queued job directly into the database. */
export async function multiply(url: string, copies: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    // PostgreSQL computes the others itself.
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'jobs' AND is_generated = 'NEVER'`,
  );
  const names = rows.map(({ name }) => `"${name}"`);
  const own: Record<string, string> = {
    '"id"': 'gen_random_uuid()',
    '"rank"': "substr(rank, 1, 15) || replace(gen_random_uuid()::text, '-', '')",
  };
  const values = names.map((name) => own[name] ?? name);
  await client.query(
    `INSERT INTO jobs (${names}) SELECT ${values} FROM jobs, generate_series(1, ${copies}) WHERE state = 'queued'`,
  );
  await client.query('ANALYZE jobs');
  await client.end();
}
