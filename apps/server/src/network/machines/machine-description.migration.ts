import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** What a machine is, and when it may work. The defaults are what every machine was taken to be until now. */
const COLUMNS = [
  [`unattended`, `varchar NOT NULL DEFAULT 'overnight'`],
  [`startNeedsPerson`, `boolean NOT NULL DEFAULT false`],
  [`readyUntil`, `bigint`],
  [`nozzleUm`, `bigint NOT NULL DEFAULT 400`],
  [`nozzleType`, `varchar NOT NULL DEFAULT 'brass'`],
  [`filamentUm`, `bigint NOT NULL DEFAULT 1750`],
  [`bedSurface`, `varchar`],
  [`enclosed`, `boolean NOT NULL DEFAULT false`],
  [`tags`, `text NOT NULL DEFAULT '[]'`],
] as const;

export class MachineDescription1764500041000 implements MigrationInterface {
  name = 'MachineDescription1764500041000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      COLUMNS.map(([name, type]) => `ALTER TABLE machines ADD COLUMN "${name}" ${type}`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      COLUMNS.map(([name]) => `ALTER TABLE machines DROP COLUMN "${name}"`),
    );
  }
}
