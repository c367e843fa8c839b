import { describeOnBothDatabases, type TestDatabase } from '@pandafab/testing';
import { features } from '../../../apps/server/src/app/features';
import { schema } from '../../../apps/server/src/app/schema';
import { CarriedLinks1764500022000 } from '../../../apps/server/src/money/chain/carried-links.migration';
import { ChainLink } from '../../../apps/server/src/money/chain/chain.entities';
import { chainedOf } from '../../../apps/server/src/money/chain/chained-record';
import { HeadLog, headLogFile } from '../../../apps/server/src/money/chain/head-log';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { openOld } from '../fixtures/open-old';
import { paperContent } from '../fixtures/paper-content';

const timeOf = ({ name }: { readonly name: string }) => Number(/\d+$/.exec(name)?.[0]);
const before = schema.migrations.filter((each) => timeOf(each) < timeOf(CarriedLinks1764500022000));

/** In another order than that of their issue. */
const PAPERS = [
  ['2', 'invoice', 'FA-2026-000002', '2026-02-01'],
  ['3', 'invoice', 'FA-2026-1000000', '2026-12-31'],
  ['1', 'invoice', 'FA-2026-000001', '2026-01-31'],
  ['q', 'quote', 'DE-2026-000001', '2026-01-01'],
] as const;

describeOnBothDatabases('documents from before the chain', (open) => {
  let place: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    place = await open();
    const old = await openOld(place, before);
    const runner = old.createQueryRunner();
    // Only documents: what they refer to does not matter here.
    await runner.query(
      place.kind === 'SQLite' ? 'PRAGMA foreign_keys = OFF' : "SET session_replication_role = 'replica'",
    );
    for (const [id, kind, number, day] of PAPERS) {
      const content = paperContent(kind, number, day);
      const { netCents, vatCents, grossCents } = content.totals;
      const text = JSON.stringify(content).replaceAll("'", "''");
      await runner.query(
        `INSERT INTO documents (id, kind, state, number, version, "prestationId", "organisationId", request, content,
           "clientName", reference, title, "issuedOn", "dueOn", "netCents", "vatCents", "grossCents", "createdBy",
           "createdAt", "issuedBy", "issuedAt", salt)
         VALUES ('${id}', '${kind}', 'issued', '${number}', 1, 'p', 'o', '{}', '${text}', 'c', 'r', 't', '${day}',
           '${day}', ${netCents}, ${vatCents}, ${grossCents}, 'a', 0, 'a', 0, '${id.repeat(64)}')`,
      );
    }
    await runner.query(
      `INSERT INTO document_files (id, "documentId", kind, sha256, bytes, "createdAt")
       VALUES ('f', '1', 'pdf', '${'e'.repeat(64)}', 1, 0)`,
    );
    await runner.release();
    await old.destroy();
    database = await openDatabase(place.location, schema);
  });
  afterAll(() => closeDatabase(database));

  it('get links in the order of their issue, which say that they were added later', async () => {
    const links = await database.reader.manager.find(ChainLink, { order: { sequence: 'ASC' } });
    expect(links.map(({ sequence, kind, subject }) => [sequence, kind, subject])).toEqual([
      [1, 'document', 'FA-2026-000001'],
      [2, 'files', 'FA-2026-000001'],
      [3, 'document', 'FA-2026-000002'],
      [4, 'document', 'FA-2026-1000000'],
    ]);
    expect(links.map(({ payload }) => JSON.parse(payload).carried)).toEqual([true, true, true, true]);
  });

  it('are verified like all others, once the server has written the head file', async () => {
    const log = new HeadLog(headLogFile(place.dataDirectory));
    const { problem, head } = await verifyChain({
      manager: database.reader.manager,
      log,
      records: chainedOf(features),
    });
    // The fourth document has the next number but one million: a gap that the verification must name.
    expect(problem).toMatchObject({ code: 'CHAIN.NUMBER_MISSING', details: { next: 'FA-2026-1000000' } });
    expect(head.sequence).toBe(4);
  });
});
