import type { MigrationInterface, QueryRunner } from 'typeorm';
import { whileChangeable } from '../../platform/persistence/migration-steps';

/**
 * Renames the steps of stored histories of jobs: a person asked for a pause, a resume or a cancellation. Earlier versions
 * stored the word `wished` for it, now `requested`.
 */
export class RequestedSteps1764330100000 implements MigrationInterface {
  name = 'RequestedSteps1764330100000';

  async up(runner: QueryRunner): Promise<void> {
    await whileChangeable(runner, 'transitions', () =>
      runner.query(
        `UPDATE transitions SET event = replace(event, ' wished', ' requested') WHERE event LIKE '% wished'`,
      ),
    );
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
