import type { SqliteFile } from './sqlite-file';

interface Step {
  /** With its time of creation in ms, in which order the steps are made. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** Each step of the journal's tables, oldest first. A journal has made some of them; only new ones are added here. */
const STEPS: readonly Step[] = [
  {
    name: 'CreateJournal1764000000000',
    statements: [
      `CREATE TABLE identity (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        instance_id TEXT NOT NULL,
        epoch INTEGER,
        last_sequence INTEGER NOT NULL,
        machines TEXT NOT NULL
      )`,
      `CREATE TABLE runs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        run_id TEXT NOT NULL UNIQUE,
        machine_id TEXT NOT NULL,
        assignment TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('accepted', 'begun', 'ended'))
      )`,
      `CREATE TABLE events (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        body TEXT NOT NULL
      )`,
      'CREATE TABLE commands (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE)',
      'CREATE TABLE cancel_wishes (run_id TEXT PRIMARY KEY)',
      'CREATE TABLE hot_machines (machine_id TEXT PRIMARY KEY)',
    ],
  },
  {
    // The last event that the server has confirmed as applied.
    name: 'AcknowledgedEvents1764350000000',
    statements: [
      'ALTER TABLE identity ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0',
      'UPDATE identity SET acknowledged = COALESCE((SELECT MIN(sequence) - 1 FROM events), last_sequence)',
    ],
  },
  {
    // A cancel that arrives before its assignment is a request, not a wish.
    name: 'CancelRequests1764380000000',
    statements: ['ALTER TABLE cancel_wishes RENAME TO cancel_requests'],
  },
];

/** As earlier versions made it, which used TypeORM here: their journals continue. */
const MADE_STEPS = `CREATE TABLE IF NOT EXISTS migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" BIGINT NOT NULL, name VARCHAR NOT NULL)`;

async function make(file: SqliteFile, { name, statements }: Step): Promise<void> {
  await file.run('BEGIN IMMEDIATE');
  for (const statement of statements) await file.run(statement);
  await file.run('INSERT INTO migrations ("timestamp", name) VALUES (?, ?)', [Number(name.slice(-13)), name]);
  await file.run('COMMIT');
}

/**
 * Gives the journal the tables of this version. Each step is on the disk as a whole or not at all: after a failure the
 * caller closes the file.
 * @throws Error with SQLite's `code`
 */
export async function updateSchema(file: SqliteFile): Promise<void> {
  await file.run(MADE_STEPS);
  const rows = await file.rows<{ name: string }>('SELECT name FROM migrations');
  const made = new Set(rows.map(({ name }) => name));
  for (const step of STEPS) if (!made.has(step.name)) await make(file, step);
}
