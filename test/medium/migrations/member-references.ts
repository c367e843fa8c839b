import { describeOnBothDatabases } from '@pandafab/testing';
import { schema } from '../../../apps/server/src/app/schema';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';

/** Columns that refer to a member, and are not the first column of any index. */
const sqliteUnindexed = `
  SELECT t.name || '.' || f."from" AS "column" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
  WHERE t.schema = 'main' AND f."table" = 'members' AND NOT EXISTS (
    SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
    WHERE c.seqno = 0 AND c.name = f."from"
  ) AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) p WHERE p.pk = 1 AND p.name = f."from")`;
const postgresUnindexed = `
  SELECT r.conrelid::regclass || '.' || a.attname AS "column" FROM pg_constraint r
  JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = r.conkey[1]
  WHERE r.contype = 'f' AND r.confrelid = 'members'::regclass AND NOT EXISTS (
    SELECT 1 FROM pg_index i WHERE i.indrelid = r.conrelid AND i.indkey[0] = r.conkey[1]
  )`;

describeOnBothDatabases('what refers to members', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase((await open()).location, schema);
  });
  afterAll(() => closeDatabase(database));

  it('is found by an index: a member is removed without reading whole tables', async () => {
    const isSqlite = database.writer.options.type === 'sqlite';
    expect(await database.writer.query(isSqlite ? sqliteUnindexed : postgresUnindexed)).toEqual([]);
  });
});
