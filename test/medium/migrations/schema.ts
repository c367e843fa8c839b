import { type JobId, newId, type RunId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import type { DataSource } from 'typeorm';
import { schema } from '../../../apps/server/src/app/schema';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { Run } from '../../../apps/server/src/production/jobs/run.entity';
import { MaterialMovement } from '../../../apps/server/src/stock/spools/material.entities';
import { type Network, seedNetwork } from '../fixtures/seed-network';

/** What both databases can be asked of a column. Types by family: SQLite's names are the declared ones. */
interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
}

const families: Readonly<Record<string, string>> = {
  varchar: 'text',
  'character varying': 'text',
  text: 'text',
  'simple-json': 'text',
  bigint: 'integer',
  integer: 'integer',
  'double precision': 'real',
  boolean: 'boolean',
};

/** Columns by table, in an order of our own. Only persistence/columns.ts chooses types: others have no family. */
function shape(columns: readonly Column[]): Map<string, unknown[]> {
  const tables = new Map<string, unknown[]>();
  for (const { table, type, ...column } of [...columns].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const family = families[type.toLowerCase()] ?? `unexpected ${type}`;
    tables.set(table, [...(tables.get(table) ?? []), { ...column, type: family }]);
  }
  return tables;
}

const entityColumns = (database: DataSource): Column[] =>
  database.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => ({
      table: entity.tableName,
      name: column.databaseName,
      type: typeof column.type === 'string' ? column.type : column.type.name,
      nullable: column.isNullable,
      primary: column.isPrimary,
    })),
  );

/** Without the tables of FTS5, which belong to indexes of words. */
const sqliteColumns = `
  SELECT t.name AS "table", c.name, c.type, c."notnull" = 0 AS nullable, c.pk > 0 AS "primary"
  FROM pragma_table_list t JOIN pragma_table_info(t.name) c
  WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~'`;

/** Without generated columns, which belong to indexes of words. */
const postgresColumns = `
  SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type, c.is_nullable = 'YES' AS nullable,
    k.column_name IS NOT NULL AS "primary"
  FROM information_schema.columns c
  LEFT JOIN information_schema.table_constraints p
    ON p.table_schema = c.table_schema AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
  LEFT JOIN information_schema.key_column_usage k
    ON k.constraint_name = p.constraint_name AND k.table_schema = c.table_schema AND k.column_name = c.column_name
  WHERE c.table_schema = current_schema() AND c.is_generated = 'NEVER'`;

async function databaseColumns(database: DataSource): Promise<Column[]> {
  const isSqlite = database.options.type === 'sqlite';
  const rows: Column[] = await database.query(isSqlite ? sqliteColumns : postgresColumns);
  return rows.map((row) => ({ ...row, nullable: Boolean(row.nullable), primary: Boolean(row.primary) }));
}

describeOnBothDatabases('migrations', (open) => {
  let database: Database;
  let network: Network;

  beforeAll(async () => {
    database = await openDatabase((await open()).location, schema);
    network = await seedNetwork(database.writer);
  });
  afterAll(() => closeDatabase(database));

  it('leave every entity a table with exactly its columns', async () => {
    const tables = shape(await databaseColumns(database.writer));
    for (const [table, columns] of shape(entityColumns(database.writer))) {
      expect({ table, columns: tables.get(table) }).toEqual({ table, columns });
    }
  });

  it('leave no table without an entity, but their own list and the turn that SQLite’s writers take', async () => {
    const known = shape(entityColumns(database.writer));
    const tables = [...shape(await databaseColumns(database.writer)).keys()];
    const turn = database.writer.options.type === 'sqlite' ? ['write_turn'] : [];
    expect(tables.filter((table) => !known.has(table)).sort()).toEqual(['migrations', ...turn]);
  });

  it('run once: opening the database again changes nothing', async () => {
    const { options } = database.writer;
    const before = await databaseColumns(database.writer);
    const again = await openDatabase(
      options.type === 'sqlite'
        ? { sqliteFile: String(options.database) }
        : { postgresUrl: 'url' in options && options.url ? options.url : '' },
      schema,
    );
    await closeDatabase(again);
    expect(await databaseColumns(database.writer)).toEqual(before);
  });

  describe('make the database itself refuse', () => {
    const insertRun = async (fields: Partial<Run>) => {
      const run = { ...network.run, id: newId<RunId>(), ...fields };
      await database.writer.manager.insert(Run, run);
    };

    it('a second active run on a machine, but not after the first has ended', async () => {
      const second = { jobId: network.otherJobId };
      await expect(insertRun(second)).rejects.toThrow(/unique|machine/i);
      await insertRun({ ...second, active: false });
    });

    it('a second active run of a job', async () => {
      const second = { machineId: network.otherMachineId };
      await expect(insertRun(second)).rejects.toThrow(/unique|job/i);
      await insertRun({ ...second, active: false });
    });

    it('a run of a job that does not exist', async () => {
      const orphan = { jobId: newId<JobId>(), machineId: network.otherMachineId };
      await expect(insertRun(orphan)).rejects.toThrow(/foreign key/i);
    });

    it('to change or delete what material moved', async () => {
      const { manager } = database.writer;
      const movement = await manager.findOneByOrFail(MaterialMovement, { spoolId: network.spoolId });
      const key = { id: movement.id };
      await expect(manager.update(MaterialMovement, key, { milligrams: 1 })).rejects.toThrow('append-only');
      await expect(manager.delete(MaterialMovement, key)).rejects.toThrow('append-only');
      expect(await manager.findOneBy(MaterialMovement, key)).toEqual(movement);
    });
  });
});
