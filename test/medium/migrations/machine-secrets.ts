import { readFileSync } from 'node:fs';
import { describeOnBothDatabases } from '@pandafab/testing';
import type { EntityManager } from 'typeorm';
import { migrations } from '../../../apps/server/src/app/migrations';
import { MachineCredentials1763960000000 } from '../../../apps/server/src/app/migrations/machine-credentials.migration';
import { schema } from '../../../apps/server/src/app/schema';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { openOld } from '../fixtures/open-old';

const before = migrations.slice(0, migrations.indexOf(MachineCredentials1763960000000));
/** One that still holds, and one that was replaced long ago. */
const NOW = 'mqtt://ana:planted-now@broker:1884/base?qos=0';
const ONCE = 'mqtt://ana:planted-once@broker:1884/base';
const TOKEN = 'mqtt://broker/base?token=planted-token';

const json = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
const change = { connection: { from: ONCE, to: NOW }, name: { from: 'A', to: 'B' } };

/** As a network wrote these down before. */
const rows = [
  `INSERT INTO labs (id, name, "timeZone", "matchRevision", "createdAt") VALUES ('l', 'Lab', 'Europe/Paris', 0, 0)`,
  `INSERT INTO members (id, category, "createdAt") VALUES ('m', 'non-resident', 0)`,
  `INSERT INTO accounts (id, "memberId", email, "passwordHash", "createdAt") VALUES ('a', 'm', 'a@b.fr', 'x', 0)`,
  ...[NOW, TOKEN, '/dev/ttyUSB0'].map(
    (connection, at) => `INSERT INTO machines
      (id, "labId", name, kind, "profileId", connection, "baudRate", "widthMm", "depthMm", "heightMm",
        "maxNozzleCelsius", "maxBedCelsius", bed, "inMaintenance", "createdAt")
      VALUES ('m${at}', 'l', 'M', 'printer', 'marlin-2', '${connection}', 115200, 1, 1, 1, 1, 1, 'clear', false, 0)`,
  ),
  `INSERT INTO machine_changes (id, "machineId", "accountId", changes, at) VALUES ('c', 'm0', 'a', ${json(change)}, 0)`,
  `INSERT INTO audit_entries (id, at, "actorKind", action, "subjectKind", before, after)
    VALUES ('e', 0, 'account', 'machine.changed', 'machine', ${json({ connection: ONCE })}, ${json({ connection: NOW })})`,
  `INSERT INTO audit_entries (id, at, "actorKind", action, "subjectKind", before, after)
    VALUES ('f', 0, 'account', 'machine.made', 'machine', NULL, ${json({ connection: TOKEN, name: 'it’s' })})`,
];

describeOnBothDatabases('machines’ credentials from before', (open) => {
  let database: Database;
  let manager: EntityManager;
  let file: string | undefined;

  beforeAll(async () => {
    const opened = await open();
    file = 'sqliteFile' in opened.location ? opened.location.sqliteFile : undefined;
    const old = await openOld(opened, before);
    for (const row of rows) await old.query(row);
    await old.destroy();
    database = await openDatabase(opened.location, schema);
    manager = database.writer.manager;
  });
  afterAll(() => closeDatabase(database));

  it('move out of the address, into a column of their own', async () => {
    const machines = await manager.query('SELECT address, credentials FROM machines ORDER BY id');
    expect(machines).toEqual([
      {
        address: 'mqtt://broker:1884/base?qos=0',
        credentials: JSON.stringify({ username: 'ana', password: 'planted-now' }),
      },
      { address: 'mqtt://broker/base?***', credentials: null },
      { address: '/dev/ttyUSB0', credentials: null },
    ]);
  });

  it('are masked where they were written down, and nothing else is changed there', async () => {
    const [changed] = await manager.query('SELECT changes FROM machine_changes');
    expect(JSON.parse(changed.changes)).toEqual({
      connection: { from: 'mqtt://broker:1884/base', to: 'mqtt://broker:1884/base?qos=0' },
      name: { from: 'A', to: 'B' },
    });
    const entries = await manager.query('SELECT before, after FROM audit_entries ORDER BY id');
    expect(entries).toEqual([
      {
        before: '{"connection":"mqtt://broker:1884/base"}',
        after: '{"connection":"mqtt://broker:1884/base?qos=0"}',
      },
      { before: null, after: '{"connection":"mqtt://broker/base?***","name":"it’s"}' },
    ]);
  });

  it('leave the record as well kept as before: the database refuses to change it', async () => {
    for (const table of ['machine_changes', 'audit_entries']) {
      await expect(manager.query(`UPDATE ${table} SET at = 1`)).rejects.toThrow('append-only');
      await expect(manager.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
    const triggers: { name: string }[] = await manager.query(
      file
        ? `SELECT name FROM sqlite_master WHERE type = 'trigger'`
        : `SELECT DISTINCT trigger_name AS name FROM information_schema.triggers`,
    );
    const names = triggers.map(({ name }) => name);
    for (const table of ['machine_changes', 'audit_entries', 'machine_events', 'transitions'])
      expect(names).toEqual(expect.arrayContaining([`${table}_no_update`, `${table}_no_delete`]));
  });

  it('are also gone from the free parts of SQLite’s file', async () => {
    if (!file) return;
    await manager.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).not.toContain('planted-once');
    expect(bytes).not.toContain('planted-token');
  });
});
