import { Client } from 'pg';
import { Database, OPEN_READONLY } from 'sqlite3';
import type { Foundations } from '../city/foundations';

export type Question = <Row extends object>(sql: string) => Promise<Row[]>;

/** A separate connection, which sees the state of the first query in all queries. */
export interface Reader {
  readonly ask: Question;
  readonly close: () => Promise<void>;
}

/** The rows that the city's servers have committed, without any cache of theirs. */
export const openDatabase = ({ databaseUrl, sqliteFile }: Foundations): Promise<Reader> =>
  databaseUrl ? openPostgres(databaseUrl) : openSqlite(sqliteFile);

async function openPostgres(connectionString: string): Promise<Reader> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    ask: async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows,
    close: () => client.end(),
  };
}

export async function openSqlite(file: string): Promise<Reader> {
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new Database(file, OPEN_READONLY, (error) => (error ? reject(error) : resolve(opened)));
  });
  database.configure('busyTimeout', 5000);
  const ask = <Row extends object>(sql: string) =>
    new Promise<Row[]>((resolve, reject) =>
      database.all<Row>(sql, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  await ask('BEGIN');
  return {
    ask,
    close: () => new Promise((resolve) => database.close(() => resolve())),
  };
}
