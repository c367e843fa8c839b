import { folded } from '@pandafab/shared';
import { cityTopics } from '../../activity/city-topics';
import type { CityDatabase, Foundations } from '../../city/foundations';
import { openDirect } from '../search/direct';
import type { Days } from './days';

export interface Filled {
  readonly conventionId: string;
  readonly labIds: readonly string[];
  readonly visits: number;
  readonly attendances: number;
  readonly usage: number;
}

/** The only account of a new service. */
const ADMINISTRATOR = 'SELECT id FROM accounts LIMIT 1';
const SEED = 2016;

/** Writes a city into the database itself: the API would take hours. */
export async function fillCity(
  foundations: Foundations,
  database: CityDatabase,
  { from, today, size }: Days & { readonly size: 'small' | 'huge' },
): Promise<Filled> {
  // This file is read as CommonJS: these modules are loaded when they are needed.
  const { allTables, planWorld, writeTables } = await import('../../../scripts/demo/city/index.mjs');
  const direct = await openDirect(foundations, database);
  const [account] = await direct.query<{ id: string }>(ADMINISTRATOR);
  if (!account) throw new Error('no account');
  const world = planWorld({
    ...{ seed: SEED, from, to: today, today, size, admin: account.id, folded },
    topics: await cityTopics((sql) => direct.query(sql)),
  });
  await direct.query('BEGIN');
  const counts = await writeTables((sql) => direct.query(sql), allTables(world));
  await direct.query('COMMIT');
  const [convention] = await direct.query<{ id: string }>('SELECT id FROM conventions');
  await direct.end();
  return {
    ...{ conventionId: convention?.id ?? '', labIds: world.labs.map(({ id }) => id) },
    ...{ visits: counts.get('visits') ?? 0, usage: counts.get('usage_records') ?? 0 },
    attendances: world.attendance.registrations.filter(({ attendance }) => attendance === 'present').length,
  };
}
