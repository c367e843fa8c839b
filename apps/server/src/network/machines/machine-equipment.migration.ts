import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Name, type, and the value that every machine was given until now, as no person had been asked. */
const COLUMNS = [
  ['nozzleUm', 'bigint', '400'],
  ['nozzleType', 'varchar', `'brass'`],
  ['filamentUm', 'bigint', '1750'],
  ['enclosed', 'boolean', 'false'],
] as const;

/**
 * The queue now compares equipment with what files need. A value that perhaps no person gave must refuse no file: it
 * becomes null, which takes any.
 */
export class MachineEquipment1764500120000 implements MigrationInterface {
  name = 'MachineEquipment1764500120000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type, usual] of COLUMNS)
      await rebuild(runner, name, type, `NULLIF("${name}Before", ${usual})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, type, usual] of COLUMNS)
      await rebuild(runner, name, `${type} NOT NULL DEFAULT ${usual}`, `COALESCE("${name}Before", ${usual})`);
  }
}

/** SQLite cannot change a column: a new one takes its place. */
const rebuild = (runner: QueryRunner, name: string, type: string, value: string): Promise<void> =>
  runAll(runner, [
    `ALTER TABLE machines RENAME COLUMN "${name}" TO "${name}Before"`,
    `ALTER TABLE machines ADD COLUMN "${name}" ${type}`,
    `UPDATE machines SET "${name}" = ${value}`,
    `ALTER TABLE machines DROP COLUMN "${name}Before"`,
  ]);
