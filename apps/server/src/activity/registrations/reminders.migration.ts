import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

const HOUR_MS = 3_600_000;

/**
 * Each person at a session is reminded at a time of their own, because some register after the others were reminded.
 * Those of sessions to come are reminded the day before, or two hours before where the others were reminded already.
 */
export class Reminders1764500280000 implements MigrationInterface {
  name = 'Reminders1764500280000';

  async up(runner: QueryRunner): Promise<void> {
    const set = (before: number, which: string) =>
      `UPDATE registrations SET "remindAt" =
        (SELECT session."fromAt" - ${before} FROM sessions session WHERE session.id = registrations."sessionId")
      WHERE state = 'registered' AND "sessionId" IN
        (SELECT session.id FROM sessions session WHERE session.state = 'planned' AND ${which})`;
    await runAll(runner, [
      'ALTER TABLE registrations ADD COLUMN "remindAt" bigint',
      set(24 * HOUR_MS, 'session."remindedAt" IS NULL'),
      set(2 * HOUR_MS, 'session."remindedAt" < registrations."registeredAt"'),
      'CREATE INDEX registrations_remind ON registrations ("remindAt") WHERE "remindAt" IS NOT NULL',
      'ALTER TABLE sessions DROP COLUMN "remindedAt"',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE sessions ADD COLUMN "remindedAt" bigint',
      'DROP INDEX registrations_remind',
      'ALTER TABLE registrations DROP COLUMN "remindAt"',
    ]);
  }
}
