import { join } from 'node:path';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { updateSchema } from './journal-schema';
import { SqliteFile } from './sqlite-file';

describe("the journal's tables", () => {
  let directory: TemporaryDirectory;
  let file: SqliteFile;
  const open = async () => {
    file = await SqliteFile.open(join(directory.path, 'journal.sqlite'));
  };
  const tables = async () => {
    const rows = await file.rows<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    return rows.map(({ name }) => name);
  };

  beforeEach(async () => {
    directory = await temporaryDirectory();
    await open();
  });
  afterEach(async () => {
    await file.close();
    await directory.remove();
  });

  it('are made once, each step in the order of its time', async () => {
    await updateSchema(file);
    const made = await tables();
    const steps = await file.rows<{ name: string; timestamp: number }>(
      'SELECT name, timestamp FROM migrations',
    );
    await updateSchema(file);
    expect(await file.rows('SELECT name, timestamp FROM migrations')).toEqual(steps);
    expect(await tables()).toEqual(made);
    expect(made).toContain('cancel_requests');
    const times = steps.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(steps.every(({ name, timestamp }) => name.endsWith(String(timestamp)))).toBe(true);
  });

  it('are made in whole steps: one that fails leaves nothing', async () => {
    // In the way of the first step's fourth table.
    await file.run('CREATE TABLE commands (id TEXT)');
    await expect(updateSchema(file)).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    await file.close();
    await open();
    expect(await tables()).toEqual(['commands', 'migrations']);
    await file.run('DROP TABLE commands');
    await updateSchema(file);
    expect(await tables()).toContain('identity');
  });
});
