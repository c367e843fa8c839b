import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For the hours that a machine has run. */
export class RunsOfMachines1764500043000 implements MigrationInterface {
  name = 'RunsOfMachines1764500043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX runs_machine ON runs ("machineId", seconds)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX runs_machine');
  }
}
