import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

const ofAccount = `id varchar PRIMARY KEY NOT NULL, "accountId" varchar NOT NULL REFERENCES accounts(id),
  kind varchar NOT NULL`;

/** What people are told, and by which way. */
export class Notices1764500050000 implements MigrationInterface {
  name = 'Notices1764500050000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE notices (${ofAccount}, "openKey" varchar, details text NOT NULL, count bigint NOT NULL,
        "createdAt" bigint NOT NULL, "changedAt" bigint NOT NULL, "readAt" bigint)`,
      'CREATE UNIQUE INDEX notices_open ON notices ("accountId", "openKey")',
      'CREATE INDEX notices_latest ON notices ("accountId", "changedAt", id)',
      'CREATE INDEX notices_unread ON notices ("accountId") WHERE "readAt" IS NULL',
      'CREATE INDEX notices_read ON notices ("readAt")',
      'CREATE INDEX notices_changed ON notices ("changedAt")',
      `CREATE TABLE notice_choices (${ofAccount}, channel varchar NOT NULL, "isOn" boolean NOT NULL,
        "changedAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX notice_choices_of ON notice_choices ("accountId", kind, channel)',
      `CREATE TABLE notice_mail_lines (${ofAccount}, "noticeId" varchar, "subjectKey" varchar NOT NULL,
        details text NOT NULL, count bigint NOT NULL, "createdAt" bigint NOT NULL, "mailId" varchar)`,
      'CREATE INDEX notice_mail_lines_of ON notice_mail_lines ("accountId", kind)',
      'CREATE INDEX notice_mail_lines_mail ON notice_mail_lines ("mailId")',
      `CREATE TABLE notice_mailings (${ofAccount}, "lastAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX notice_mailings_of ON notice_mailings ("accountId", kind)',
      `CREATE TABLE notice_unsubscribes (${ofAccount}, "tokenHash" varchar NOT NULL, "createdAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX notice_unsubscribes_token ON notice_unsubscribes ("tokenHash")',
      'CREATE INDEX notice_unsubscribes_created ON notice_unsubscribes ("createdAt")',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
