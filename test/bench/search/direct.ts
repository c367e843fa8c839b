import { DataSource } from 'typeorm';
import type { CityDatabase, Foundations } from '../../city/foundations';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** The database itself, for rows of which the API would take hours to make so many. */
export interface Direct {
  query<Found>(sql: string): Promise<Found[]>;
  /** Inserts the rows with the numbers 1 to `count`. */
  fill(table: string, count: number, rowOf: (at: number) => Row): Promise<void>;
  end(): Promise<void>;
}

const AT_ONCE = 500;
const literal = (value: Value): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

export async function openDirect(foundations: Foundations, database: CityDatabase): Promise<Direct> {
  const source = await new DataSource(
    database === 'sqlite'
      ? { type: 'sqlite', database: foundations.sqliteFile, busyTimeout: 60_000 }
      : { type: 'postgres', url: foundations.databaseUrl },
  ).initialize();
  const insert = async (table: string, rows: readonly Row[]) => {
    const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
    const values = rows.map((row) => `(${Object.values(row).map(literal).join(', ')})`);
    await source.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${values.join(', ')}`);
  };
  return {
    query: (sql) => source.query(sql),
    end: async () => {
      // PostgreSQL does it by itself within a minute or so, but not in this cluster of tests.
      await source.query(database === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE');
      await source.destroy();
    },
    async fill(table, count, rowOf) {
      await source.query('BEGIN');
      for (let from = 1; from <= count; from += AT_ONCE) {
        const many = Math.min(AT_ONCE, count - from + 1);
        await insert(
          table,
          Array.from({ length: many }, (_, at) => rowOf(from + at)),
        );
      }
      await source.query('COMMIT');
    },
  };
}
