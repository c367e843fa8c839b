import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The place of a job in the queue of its lab, as `rank` of libs/domain computed it at the time of this migration. */
const RANK = {
  sqlite: `printf('%015d', "createdAt") || replace(id, '-', '')`,
  postgres: `lpad("createdAt"::text, 15, '0') || replace(id, '-', '')`,
};

/** The key of the queue's order is stored with each job: matching, lists and positions read it. */
export class QueueRank1764320000000 implements MigrationInterface {
  name = 'QueueRank1764320000000';

  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'sqlite';
    await runner.query(`ALTER TABLE jobs ADD COLUMN rank varchar NOT NULL DEFAULT ''`);
    await runner.query(`UPDATE jobs SET rank = ${isSqlite ? RANK.sqlite : RANK.postgres}`);
    await runner.query('CREATE INDEX jobs_queue ON jobs ("labId", state, rank)');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
