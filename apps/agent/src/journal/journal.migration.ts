import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cancel that arrives before its assignment is a request, not a wish. */
export class CancelRequests1764380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cancel_wishes RENAME TO cancel_requests');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cancel_requests RENAME TO cancel_wishes');
  }
}

/** The last event that the server has confirmed as applied. */
export class AcknowledgedEvents1764350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0');
    await runner.query(
      'UPDATE identity SET acknowledged = COALESCE((SELECT MIN(sequence) - 1 FROM events), last_sequence)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity DROP COLUMN acknowledged');
  }
}

/** The journal's first tables. SQLite only: the agent has no other database. */
export class CreateJournal1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE identity (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      instance_id TEXT NOT NULL,
      epoch INTEGER,
      last_sequence INTEGER NOT NULL,
      machines TEXT NOT NULL
    )`);
    await runner.query(`CREATE TABLE runs (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id TEXT NOT NULL UNIQUE,
      machine_id TEXT NOT NULL,
      assignment TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('accepted', 'begun', 'ended'))
    )`);
    await runner.query(`CREATE TABLE events (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      body TEXT NOT NULL
    )`);
    await runner.query(
      'CREATE TABLE commands (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE)',
    );
    await runner.query('CREATE TABLE cancel_wishes (run_id TEXT PRIMARY KEY)');
    await runner.query('CREATE TABLE hot_machines (machine_id TEXT PRIMARY KEY)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hot_machines', 'cancel_wishes', 'commands', 'events', 'runs', 'identity']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
