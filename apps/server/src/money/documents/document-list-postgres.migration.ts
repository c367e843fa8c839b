import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, runAll } from '../../platform/persistence/migration-steps';

/** What lists filter, sum and show; without the words of the search, which may be longer than an index takes. */
const REST = [
  ...[
    'kind',
    'state',
    '"prestationId"',
    '"organisationId"',
    '"createdAt"',
    'number',
    '"issuedOn"',
    '"dueOn"',
  ],
  ...['"validUntil"', '"netCents"', '"grossCents"'],
];

/** The same keys as before, now with the other columns: `also` leaves out what is already a key. */
const INDEXES = [
  ['documents_created', '"createdAt", id'],
  ['documents_kind', 'kind, "createdAt", id'],
  ['documents_organisation', '"organisationId", id'],
  ['documents_by_day', `COALESCE("issuedOn", ''), id`],
  ['documents_by_number', `COALESCE(number, ''), id`],
  ['documents_by_due_day', `COALESCE("dueOn", ''), id`],
  ['documents_by_amount', 'COALESCE("grossCents", -1), id'],
] as const;

type Index = readonly [name: string, keys: string];

const drop = ([name]: Index) => `DROP INDEX ${name}`;
const plain = ([name, keys]: Index) => `CREATE INDEX ${name} ON documents (${keys})`;
const covering = ([name, keys]: Index) => {
  const isKey = (column: string) => keys.split(', ').includes(column);
  return `${plain([name, keys])} INCLUDE (${REST.filter((column) => !isKey(column)).join(', ')})`;
};

/**
 * Lists of documents on PostgreSQL, read from indexes alone: a page far down the list looked at 20 000 rows, each with
 * its content, to skip them. SQLite has such indexes already.
 */
export class DocumentListPostgres1764500034000 implements MigrationInterface {
  name = 'DocumentListPostgres1764500034000';

  async up(runner: QueryRunner): Promise<void> {
    if (!isSqlite(runner)) await runAll(runner, [...INDEXES.map(drop), ...INDEXES.map(covering)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isSqlite(runner)) return;
    const former = INDEXES.map(([name, keys]): Index => {
      return name === 'documents_organisation' ? [name, '"organisationId", "createdAt"'] : [name, keys];
    });
    await runAll(runner, [...INDEXES.map(drop), ...former.map(plain)]);
  }
}
