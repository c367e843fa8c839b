import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Bookings of machines; no lab offers them at first. */
export class Bookings1764500044000 implements MigrationInterface {
  name = 'Bookings1764500044000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE booking_rules (
        "labId" varchar PRIMARY KEY NOT NULL REFERENCES labs(id), offered boolean NOT NULL,
        "longestHours" bigint NOT NULL, "hoursPerWeek" bigint NOT NULL, "daysAhead" bigint NOT NULL,
        version bigint NOT NULL)`,
      `CREATE TABLE bookings (
        id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id),
        "labId" varchar NOT NULL REFERENCES labs(id), "memberId" varchar NOT NULL REFERENCES members(id),
        "fromAt" bigint NOT NULL, "untilAt" bigint NOT NULL, "bookedAt" bigint NOT NULL,
        "cancelledBy" varchar REFERENCES accounts(id), "cancelledAt" bigint)`,
      'CREATE INDEX bookings_lab ON bookings ("labId", "untilAt")',
      'CREATE INDEX bookings_machine ON bookings ("machineId", "untilAt")',
      'CREATE INDEX bookings_member ON bookings ("memberId", "untilAt")',
      `CREATE TABLE booking_feeds (
        id varchar PRIMARY KEY NOT NULL, "tokenHash" varchar NOT NULL, "memberId" varchar NOT NULL REFERENCES members(id),
        "machineId" varchar REFERENCES machines(id), language varchar NOT NULL, "createdAt" bigint NOT NULL,
        "revokedAt" bigint)`,
      'CREATE UNIQUE INDEX booking_feeds_token ON booking_feeds ("tokenHash")',
      'CREATE INDEX booking_feeds_member ON booking_feeds ("memberId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['booking_feeds', 'bookings', 'booking_rules'].map((table) => `DROP TABLE ${table}`),
    );
  }
}
