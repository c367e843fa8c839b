import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** People at sessions, and addresses of calendars. */
export class Registrations1764500216000 implements MigrationInterface {
  name = 'Registrations1764500216000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE registrations (
        id varchar PRIMARY KEY NOT NULL, "sessionId" varchar NOT NULL REFERENCES sessions(id),
        "memberId" varchar REFERENCES members(id), state varchar NOT NULL,
        "registeredBy" varchar NOT NULL REFERENCES accounts(id), "registeredAt" bigint NOT NULL,
        "consentBy" varchar REFERENCES members(id), "consentAt" bigint,
        "cancelledBy" varchar REFERENCES accounts(id), "cancelledAt" bigint, "cancelledLate" boolean NOT NULL,
        attendance varchar, "markedBy" varchar REFERENCES accounts(id), "markedAt" bigint, category varchar,
        "inductionId" varchar REFERENCES inductions(id))`,
      `CREATE UNIQUE INDEX registrations_one ON registrations ("sessionId", "memberId") WHERE state <> 'cancelled'`,
      'CREATE INDEX registrations_session ON registrations ("sessionId", "registeredAt")',
      'CREATE INDEX registrations_member ON registrations ("memberId", "registeredAt")',
      `CREATE TABLE session_feeds (
        id varchar PRIMARY KEY NOT NULL, "tokenHash" varchar NOT NULL,
        "memberId" varchar NOT NULL REFERENCES members(id), kind varchar NOT NULL, language varchar NOT NULL,
        "createdAt" bigint NOT NULL, "revokedAt" bigint)`,
      'CREATE UNIQUE INDEX session_feeds_token ON session_feeds ("tokenHash")',
      'CREATE INDEX session_feeds_member ON session_feeds ("memberId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['session_feeds', 'registrations'].map((table) => `DROP TABLE ${table}`),
    );
  }
}
