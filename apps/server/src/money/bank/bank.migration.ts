import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, makeFrozenAfter, runAll } from '../../platform/persistence/migration-steps';

const statements = [
  `CREATE TABLE bank_accounts (
    id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, "foldedName" varchar, iban varchar,
    "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX bank_accounts_name ON bank_accounts ("foldedName")',
  'CREATE UNIQUE INDEX bank_accounts_iban ON bank_accounts (iban) WHERE iban IS NOT NULL',
  `CREATE TABLE bank_mappings (
    id varchar PRIMARY KEY NOT NULL, "bankAccountId" varchar NOT NULL REFERENCES bank_accounts(id),
    "headingsHash" varchar NOT NULL, mapping text NOT NULL, "changedAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX bank_mappings_headings ON bank_mappings ("bankAccountId", "headingsHash")',
  `CREATE TABLE bank_statements (
    id varchar PRIMARY KEY NOT NULL, "bankAccountId" varchar NOT NULL REFERENCES bank_accounts(id),
    "fileName" varchar NOT NULL, format varchar NOT NULL, "firstDay" varchar NOT NULL,
    "lastDay" varchar NOT NULL, added bigint NOT NULL, known bigint NOT NULL, broken bigint NOT NULL,
    "importedBy" varchar NOT NULL REFERENCES accounts(id), "importedAt" bigint NOT NULL)`,
  'CREATE INDEX bank_statements_at ON bank_statements ("importedAt", id)',
  `CREATE TABLE bank_lines (
    id varchar PRIMARY KEY NOT NULL, "statementId" varchar NOT NULL REFERENCES bank_statements(id),
    "bankAccountId" varchar NOT NULL REFERENCES bank_accounts(id), fingerprint varchar NOT NULL, day varchar NOT NULL,
    cents bigint NOT NULL, text varchar NOT NULL, name varchar, reference varchar, "foldedWords" varchar,
    "isReversal" boolean NOT NULL, state varchar NOT NULL, "paymentId" varchar REFERENCES payments(id),
    bookings bigint NOT NULL, reason varchar, CHECK (cents <> 0))`,
  'CREATE UNIQUE INDEX bank_lines_fingerprint ON bank_lines (fingerprint)',
  'CREATE INDEX bank_lines_state ON bank_lines (state, day, id)',
  'CREATE INDEX bank_lines_day ON bank_lines (day, id)',
  'CREATE INDEX bank_lines_statement ON bank_lines ("statementId")',
  'CREATE INDEX bank_lines_payment ON bank_lines ("paymentId") WHERE "paymentId" IS NOT NULL',
];

/** Statements of banks and their lines. The database refuses changes of what a bank said. */
export class Bank1764500160000 implements MigrationInterface {
  name = 'Bank1764500160000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, statements);
    await makeAppendOnly(runner, 'bank_statements');
    const said = ['statementId', 'bankAccountId', 'fingerprint', 'day', 'cents', 'text', 'name', 'reference'];
    await makeFrozenAfter(runner, 'bank_lines', { when: '1 = 1', columns: [...said, 'isReversal'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['bank_lines', 'bank_statements', 'bank_mappings', 'bank_accounts'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
