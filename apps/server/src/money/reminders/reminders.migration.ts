import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, refuse, refuseWhen, runAll } from '../../platform/persistence/migration-steps';

const statements = [
  `CREATE TABLE reminder_settings (
    id varchar PRIMARY KEY NOT NULL, "inForceFrom" varchar NOT NULL, settings text NOT NULL,
    "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
  `CREATE TABLE reminders (
    id varchar PRIMARY KEY NOT NULL, "documentId" varchar NOT NULL REFERENCES documents(id), step varchar NOT NULL,
    day varchar NOT NULL, way varchar NOT NULL, address varchar, language varchar NOT NULL, subject varchar NOT NULL,
    text varchar NOT NULL, "openCents" bigint NOT NULL, "penaltyCents" bigint, "indemnityCents" bigint,
    "fileSha256" varchar NOT NULL, "fileBytes" bigint NOT NULL, "sentBy" varchar NOT NULL REFERENCES accounts(id),
    at bigint NOT NULL, result varchar NOT NULL, failure varchar, "settledAt" bigint)`,
  // A mail that never left does not count: its step is due again.
  `CREATE UNIQUE INDEX reminders_step ON reminders ("documentId", step) WHERE result NOT IN ('failed', 'dropped')`,
  'CREATE INDEX reminders_document ON reminders ("documentId", at)',
  'CREATE INDEX reminders_file ON reminders ("fileSha256")',
];

/** Everything but the result. */
const FROZEN = [
  ...['id', 'documentId', 'step', 'day', 'way', 'address', 'language', 'subject', 'text', 'openCents'],
  ...['penaltyCents', 'indemnityCents', 'fileSha256', 'fileBytes', 'sentBy', 'at'],
];

/** Reminders of late documents, and their settings. The database refuses to change what was sent. */
export class Reminders1764500190000 implements MigrationInterface {
  name = 'Reminders1764500190000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, statements);
    await makeAppendOnly(runner, 'reminder_settings');
    await refuse(runner, 'DELETE', 'reminders');
    const verb = `UPDATE OF ${FROZEN.map((column) => `"${column}"`).join(', ')}`;
    await refuseWhen(runner, { name: 'reminders_frozen', verb, table: 'reminders', when: '1 = 1' });
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
