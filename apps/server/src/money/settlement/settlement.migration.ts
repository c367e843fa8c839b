import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, refuse, runAll } from '../../platform/persistence/migration-steps';

const statements = [
  `CREATE TABLE payments (
    id varchar PRIMARY KEY NOT NULL, number varchar NOT NULL, kind varchar NOT NULL, "paidOn" varchar NOT NULL,
    "bookedOn" varchar NOT NULL, means varchar NOT NULL, cents bigint NOT NULL,
    "organisationId" varchar REFERENCES organisations(id), "memberId" varchar REFERENCES members(id),
    "labId" varchar REFERENCES labs(id), payer varchar NOT NULL, reference varchar, note varchar, "foldedWords" varchar,
    "undoesId" varchar REFERENCES payments(id), reason varchar, "createdBy" varchar REFERENCES accounts(id),
    at bigint NOT NULL, key varchar, salt varchar NOT NULL,
    CHECK (cents <> 0), CHECK (("organisationId" IS NULL) <> ("memberId" IS NULL)))`,
  'CREATE UNIQUE INDEX payments_number ON payments (number)',
  'CREATE UNIQUE INDEX payments_key ON payments (key) WHERE key IS NOT NULL',
  'CREATE UNIQUE INDEX payments_undoes ON payments ("undoesId") WHERE "undoesId" IS NOT NULL',
  'CREATE INDEX payments_organisation ON payments ("organisationId", at) WHERE "organisationId" IS NOT NULL',
  'CREATE INDEX payments_member ON payments ("memberId", at) WHERE "memberId" IS NOT NULL',
  'CREATE INDEX payments_at ON payments (at, id)',
  'CREATE INDEX payments_paid ON payments ("paidOn", id)',
  'CREATE INDEX payments_booked ON payments ("bookedOn")',
  `CREATE TABLE allotments (
    id varchar PRIMARY KEY NOT NULL, number varchar NOT NULL, "paymentId" varchar NOT NULL REFERENCES payments(id),
    "documentId" varchar NOT NULL REFERENCES documents(id), cents bigint NOT NULL, "bookedOn" varchar NOT NULL,
    reason varchar, "createdBy" varchar REFERENCES accounts(id), at bigint NOT NULL, CHECK (cents <> 0))`,
  'CREATE UNIQUE INDEX allotments_number ON allotments (number)',
  'CREATE INDEX allotments_payment ON allotments ("paymentId", cents)',
  'CREATE INDEX allotments_document ON allotments ("documentId", cents)',
  'CREATE INDEX allotments_booked ON allotments ("bookedOn")',
  // A network may have given RG to another series.
  `INSERT INTO document_series SELECT 'payment', CASE WHEN EXISTS
    (SELECT 1 FROM document_counters WHERE prefix = 'RG' OR prefix LIKE 'RG-%' UNION ALL
     SELECT 1 FROM document_series WHERE prefix = 'RG') THEN 'RGLT' ELSE 'RG' END, 'none'`,
];

/** Payments, and what they settle. The database refuses changes and deletions. */
export class Settlement1764500150000 implements MigrationInterface {
  name = 'Settlement1764500150000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, statements);
    for (const table of ['payments', 'allotments']) {
      await makeAppendOnly(runner, table);
      if (!isSqlite(runner)) await refuse(runner, 'TRUNCATE', table);
    }
  }

  async down(): Promise<void> {
    throw new Error('payments are kept for ten years: restore a backup instead');
  }
}
