import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, runAll } from '../../platform/persistence/migration-steps';

/** All by which lists are filtered, searched and summed. */
const REST =
  'kind, state, "prestationId", number, "issuedOn", "dueOn", "validUntil", "netCents", "grossCents", "foldedWords"';

/** The orders that had no index, as `list-documents.ts` writes them. */
const ORDERS = [
  ['documents_by_day', `COALESCE("issuedOn", '')`],
  ['documents_by_number', `COALESCE(number, '')`],
  ['documents_by_due_day', `COALESCE("dueOn", '')`],
  ['documents_by_amount', 'COALESCE("grossCents", -1)'],
] as const;

type Index = readonly [name: string, columns: string];

/** Replaced: by these SQLite would find many rows and then read each of them. */
const FORMER: readonly Index[] = [
  ['documents_created', '"createdAt", id'],
  ['documents_organisation', '"organisationId", "createdAt"'],
  ['documents_kind', 'kind, "createdAt", id'],
  ['documents_issued', '"issuedOn"'],
  ['documents_due', '"dueOn", id'],
];

const ON_SQLITE: readonly Index[] = [
  ['documents_list', `"createdAt", id, "organisationId", ${REST}`],
  ['documents_client', `"organisationId", id, "createdAt", ${REST}`],
  ...ORDERS.map(([name, order]) => [name, `${order}, id, "createdAt", "organisationId", ${REST}`] as const),
];
const ON_POSTGRES: readonly Index[] = ORDERS.map(([name, order]) => [name, `${order}, id`]);

const create = ([name, columns]: Index) => `CREATE INDEX ${name} ON documents (${columns})`;
const drop = ([name]: Index) => `DROP INDEX ${name}`;

/**
 * Lists of documents, each order from an index. SQLite reads them from indexes alone: a row with its content takes
 * several pages of the file, and to look at each of 50 000 takes up to a second. PostgreSQL stores contents apart.
 */
export class DocumentList1764500033000 implements MigrationInterface {
  name = 'DocumentList1764500033000';

  up(runner: QueryRunner): Promise<void> {
    if (!isSqlite(runner)) return runAll(runner, ON_POSTGRES.map(create));
    return runAll(runner, [...FORMER.map(drop), ...ON_SQLITE.map(create)]);
  }

  down(runner: QueryRunner): Promise<void> {
    if (!isSqlite(runner)) return runAll(runner, ON_POSTGRES.map(drop));
    return runAll(runner, [...ON_SQLITE.map(drop), ...FORMER.map(create)]);
  }
}
