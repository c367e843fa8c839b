import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS: Readonly<Record<string, string>> = {
  version: 'bigint NOT NULL DEFAULT 0',
  priority: 'bigint NOT NULL DEFAULT 0',
  priorityReason: 'varchar',
  dueAt: 'bigint',
  dueIsFirm: 'boolean NOT NULL DEFAULT false',
  movedSeconds: 'double precision NOT NULL DEFAULT 0',
  nextOn: 'varchar',
  heldAt: 'bigint',
  heldBy: 'varchar',
  heldReason: 'varchar',
  needsMaker: 'boolean NOT NULL DEFAULT false',
  makerHereUntil: 'bigint',
  colour: 'varchar',
  tags: `text NOT NULL DEFAULT '[]'`,
  approval: `varchar NOT NULL DEFAULT 'none'`,
  approvalReasons: `text DEFAULT '[]'`,
};

/** What people decide about waiting jobs: their place, when they may begin, and what they are printed with. */
export class QueueColumns1764500061000 implements MigrationInterface {
  name = 'QueueColumns1764500061000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type] of Object.entries(COLUMNS))
      await runner.query(`ALTER TABLE jobs ADD COLUMN "${name}" ${type}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(COLUMNS)) await runner.query(`ALTER TABLE jobs DROP COLUMN "${name}"`);
  }
}
