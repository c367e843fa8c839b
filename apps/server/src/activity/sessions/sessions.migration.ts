import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Sessions, and what they have. */
export class Sessions1764500215000 implements MigrationInterface {
  name = 'Sessions1764500215000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE session_series (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), rule text NOT NULL,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
      `CREATE TABLE sessions (
        id varchar PRIMARY KEY NOT NULL, "seriesId" varchar REFERENCES session_series(id), kind varchar NOT NULL,
        state varchar NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), "topicId" varchar REFERENCES topics(id),
        title varchar NOT NULL, description varchar, "trainerId" varchar NOT NULL REFERENCES accounts(id),
        "fromAt" bigint NOT NULL, "untilAt" bigint NOT NULL, day varchar NOT NULL, capacity bigint,
        audience varchar NOT NULL, "isPublic" boolean NOT NULL, "organisationId" varchar REFERENCES organisations(id),
        "groupId" varchar REFERENCES member_groups(id), "prestationId" varchar REFERENCES prestations(id),
        "projectId" varchar REFERENCES projects(id), "inductionKind" varchar REFERENCES machine_kinds(code),
        "priceCents" bigint NOT NULL, "cancelHours" bigint NOT NULL, "headCount" bigint, "cancelledReason" varchar,
        "heldAt" bigint, "remindedAt" bigint, version bigint NOT NULL,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL)`,
      'CREATE INDEX sessions_lab ON sessions ("labId", "fromAt")',
      'CREATE INDEX sessions_time ON sessions ("fromAt")',
      'CREATE INDEX sessions_day ON sessions (day)',
      'CREATE INDEX sessions_trainer ON sessions ("trainerId", "fromAt")',
      'CREATE INDEX sessions_series ON sessions ("seriesId")',
      'CREATE INDEX sessions_project ON sessions ("projectId")',
      'CREATE INDEX sessions_prestation ON sessions ("prestationId")',
      `CREATE TABLE session_rooms (
        id varchar PRIMARY KEY NOT NULL, "sessionId" varchar NOT NULL REFERENCES sessions(id),
        "roomId" varchar NOT NULL REFERENCES rooms(id))`,
      'CREATE UNIQUE INDEX session_rooms_one ON session_rooms ("sessionId", "roomId")',
      'CREATE INDEX session_rooms_room ON session_rooms ("roomId")',
      `CREATE TABLE session_machines (
        id varchar PRIMARY KEY NOT NULL, "sessionId" varchar NOT NULL REFERENCES sessions(id),
        "machineId" varchar NOT NULL REFERENCES machines(id), "bookingId" varchar NOT NULL REFERENCES bookings(id))`,
      'CREATE UNIQUE INDEX session_machines_one ON session_machines ("sessionId", "machineId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['session_machines', 'session_rooms', 'sessions', 'session_series'].map(
        (table) => `DROP TABLE ${table}`,
      ),
    );
  }
}
