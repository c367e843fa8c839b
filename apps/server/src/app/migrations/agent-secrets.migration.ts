import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** An agent's next secret, until the agent has used it; and the hashes for Mosquitto's password file. */
export class AgentSecrets1763935000000 implements MigrationInterface {
  name = 'AgentSecrets1763935000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE agents ADD COLUMN "nextSecretHash" varchar',
      'ALTER TABLE agents ADD COLUMN "mosquittoHash" varchar',
      'ALTER TABLE machines ADD COLUMN "bridgeMosquittoHash" varchar',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
