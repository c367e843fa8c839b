import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

const PREFIXES = {
  quote: 'DE',
  'order-confirmation': 'CO',
  deposit: 'AC',
  invoice: 'FA',
  'credit-note': 'AV',
  'deposit-credit': 'AA',
  prestation: 'PR',
};
const COUNTED = new Set(['FA', 'PR']);

/** A series of numbers per kind of document, with a prefix that is a setting. The series of invoices goes on. */
export class Numbering1764500011000 implements MigrationInterface {
  name = 'Numbering1764500011000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE document_counters RENAME COLUMN kind TO prefix',
      `ALTER TABLE document_counters ADD COLUMN kind varchar NOT NULL DEFAULT 'invoice'`,
      `UPDATE document_counters SET kind = 'prestation' WHERE prefix = 'PR'`,
      `CREATE TABLE document_series (
        kind varchar PRIMARY KEY NOT NULL, prefix varchar NOT NULL, "labPart" varchar NOT NULL)`,
      'CREATE UNIQUE INDEX document_series_prefix ON document_series (prefix)',
      `CREATE TABLE lab_number_codes (
        "labId" varchar PRIMARY KEY NOT NULL REFERENCES labs(id), code varchar NOT NULL)`,
      'CREATE UNIQUE INDEX lab_number_codes_code ON lab_number_codes (code)',
    ]);
    for (const [kind, prefix] of Object.entries(PREFIXES)) await this.begin(runner, kind, prefix);
  }

  private async begin(runner: QueryRunner, kind: string, prefix: string): Promise<void> {
    await runner.query(`INSERT INTO document_series VALUES ('${kind}', '${prefix}', 'none')`);
    if (COUNTED.has(prefix)) return;
    await runner.query(
      `INSERT INTO document_counters (prefix, kind, year, "lastNumber") VALUES ('${prefix}', '${kind}', 0, 0)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('numbers of documents are kept for ten years: restore a backup instead');
  }
}
