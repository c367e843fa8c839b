import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** The accounts of the books, with the day from which each version is in force. */
export class BookAccounts1764500180000 implements MigrationInterface {
  name = 'BookAccounts1764500180000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE book_accounts (
        id varchar PRIMARY KEY NOT NULL, "inForceFrom" varchar NOT NULL, accounts text NOT NULL,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
    ]);
    await makeAppendOnly(runner, 'book_accounts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE book_accounts');
  }
}
