import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, refuseWhen, runAll } from '../../platform/persistence/migration-steps';

/** Reports of activity and money. The database refuses to change or delete one that was presented. */
export class Reports1764500220000 implements MigrationInterface {
  name = 'Reports1764500220000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE reports (
        id varchar PRIMARY KEY NOT NULL, "conventionId" varchar NOT NULL REFERENCES conventions(id),
        "labId" varchar REFERENCES labs(id), period varchar NOT NULL, state varchar NOT NULL, content text,
        "contentHash" varchar, "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL,
        "presentedBy" varchar REFERENCES accounts(id), "presentedAt" bigint)`,
      `CREATE UNIQUE INDEX reports_one ON reports ("conventionId", period, COALESCE("labId", ''))`,
      `CREATE TABLE report_comments (
        id varchar PRIMARY KEY NOT NULL, "reportId" varchar NOT NULL REFERENCES reports(id), key varchar NOT NULL,
        text varchar NOT NULL, version bigint NOT NULL, "changedBy" varchar NOT NULL REFERENCES accounts(id),
        "changedAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX report_comments_one ON report_comments ("reportId", key)',
      `CREATE TABLE report_files (
        id varchar PRIMARY KEY NOT NULL, "reportId" varchar NOT NULL REFERENCES reports(id), format varchar NOT NULL,
        sha256 varchar NOT NULL, bytes bigint NOT NULL, "createdAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX report_files_one ON report_files ("reportId", format)',
      'CREATE INDEX report_files_content ON report_files (sha256)',
    ]);
    await makeAppendOnly(runner, 'report_files');
    for (const verb of ['UPDATE', 'DELETE'])
      await refuseWhen(runner, {
        name: `reports_presented_${verb.toLowerCase()}`,
        ...{ verb, table: 'reports', when: `OLD.state = 'presented'` },
      });
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
