import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPostgresDatabase, pollUntil, type TestDatabase, temporaryDirectory } from '@pandafab/testing';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { features } from '../../../apps/server/src/app/features';
import { chainedOf } from '../../../apps/server/src/money/chain/chained-record';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import { ChainWriter } from '../../../apps/server/src/money/documents/chain-writer';
import { PaperDocument } from '../../../apps/server/src/money/documents/document.entities';
import { demandIssued } from '../../../apps/server/src/money/documents/find-document';
import { renderFiles } from '../../../apps/server/src/money/documents/render-files';
import type { Database } from '../../../apps/server/src/platform/persistence/data-source';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { DATABASE } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { WriteConnection } from '../../../apps/server/src/platform/persistence/write-connection';
import { BillingWorld } from '../fixtures/billing-world';

let world: BillingWorld;

async function open(database: TestDatabase): Promise<void> {
  world = await BillingWorld.open(database);
  await world.recordSeller();
}

/** Drafts of final invoices, each of an order of its own. */
async function draftInvoices(count: number): Promise<string[]> {
  const client = await world.organisation();
  const drafts: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    const order = await world.prestation(client);
    await world.addLine(order, { unitPrice: `${at}.13`, activity: 'printing', label: 'Pièces '.repeat(20) });
    drafts.push((await world.draft(order, 'invoice')).body.id);
  }
  return drafts;
}

const press = (id: string) => world.send(id);
const pressed = (id: string) =>
  pollUntil('the document to be issued', async () => {
    const { status, body } = await press(id);
    return status === 200 ? body : undefined;
  });

async function fileOf(id: string, kind: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${world.billing.client.token}` };
  const answer = await fetch(`${world.server.url}/api/v1/documents/${id}/file/${kind}`, { headers });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Numbers from 1 on without a gap, in the order of days and times; files of the frozen content; a whole chain. */
async function expectWhole(drafts: readonly string[]): Promise<void> {
  const { manager } = world.server.app.get(ReadDatabase);
  const found = await manager.find(PaperDocument, { where: { kind: 'invoice' }, order: { number: 'ASC' } });
  expect(found.map(({ id }) => id).sort()).toEqual([...drafts].sort());
  const numbers = found.map((_, at) => `FA-2026-${String(at + 1).padStart(6, '0')}`);
  expect(found.map(({ number }) => number)).toEqual(numbers);
  const times = found.map(({ issuedAt }) => issuedAt ?? 0);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  for (const document of found)
    for (const { kind, content } of await renderFiles(demandIssued(document).content, undefined))
      expect((await fileOf(document.id, kind)).equals(content)).toBe(true);
  const { log } = world.server.app.get(HeadLogWriter);
  await pollUntil('the head file', async () => (await log.last())?.sequence === 2 * drafts.length);
  expect(await verifyChain({ manager, log, records: chainedOf(features) })).toMatchObject({
    documents: drafts.length,
    problem: null,
  });
}

describe('issuing on a full disk', () => {
  const sqlite = async (): Promise<TestDatabase> => {
    const { path, remove } = await temporaryDirectory();
    const location = { sqliteFile: join(path, 'pandafab.sqlite') };
    return { kind: 'SQLite', location, dataDirectory: path, drop: remove };
  };

  it('of the database takes no number', async () => {
    const database = await sqlite();
    await open(database);
    const drafts = await draftInvoices(3);
    const { writer } = world.server.app.get<Database>(DATABASE);
    await press(drafts[0] ?? '');
    await writer.query('PRAGMA max_page_count = 1');
    const refused = [];
    for (const id of drafts) refused.push(await press(id));
    await writer.query('PRAGMA max_page_count = 1073741823');
    // What was issued before is answered as it is.
    expect(refused.map(({ status }) => status)).toEqual([200, 507, 507]);
    for (const id of drafts) await pressed(id);
    await expectWhole(drafts);
    await world.server.stop();
    await database.drop();
  });

  /** A file system of a few megabytes; false where this computer does not allow mounting one. */
  function mount(path: string): boolean {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=0700', 'tmpfs', path], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  /** Takes the last byte, too: writes get shorter until nothing fits. */
  function fill(ballast: string): void {
    for (let bytes = 16 * 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2))
      try {
        writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
      } catch {
        // As much as there was room is written.
      }
  }

  it('of the whole data directory leaves no gap, no half file and no document without files', async () => {
    const database = await sqlite();
    const isMounted = mount(database.dataDirectory);
    try {
      await open(database);
      const drafts = await draftInvoices(4);
      const ballast = join(database.dataDirectory, 'ballast');
      await press(drafts[0] ?? '');
      // Without the right to mount there is no disk that could be filled.
      if (isMounted) fill(ballast);
      for (const id of drafts) {
        const { status } = await press(id);
        expect([200, 503, 507]).toContain(status);
        if (isMounted && status === 200 && id !== drafts[0]) {
          const file = await world.ask<{ code: string }>('GET', `/documents/${id}/file/pdf`);
          expect([file.status, file.body.code]).toEqual([503, 'DOCUMENT.FILE_NOT_READY']);
        }
      }
      rmSync(ballast, { force: true });
      for (const id of drafts) await pressed(id);
      await expectWhole(drafts);
      expect(readdirSync(join(database.dataDirectory, 'files/incoming'))).toEqual([]);
    } finally {
      await world.server.stop();
      if (isMounted) execFileSync('umount', ['--lazy', database.dataDirectory]);
      await database.drop();
    }
  });
});

describe('issuing while PostgreSQL’s connections are cut', () => {
  const { append } = ChainWriter.prototype;
  const { commit } = WriteConnection.prototype;
  let cut: () => Promise<void>;
  let drop: () => Promise<void>;
  let drafts: string[];

  beforeAll(async () => {
    const place = await createPostgresDatabase();
    const { url } = place;
    const { path, remove } = await temporaryDirectory();
    drop = async () => {
      await place.drop();
      await remove();
    };
    await open({ kind: 'PostgreSQL', location: { postgresUrl: url }, dataDirectory: path, drop });
    drafts = await draftInvoices(3);
    cut = async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await client.end();
    };
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await world.server.stop();
    await drop();
  });

  /** Runs `step` in place of the next commit of a transaction that issues a document. */
  function atNextCommit(step: (end: () => Promise<void>, runner: QueryRunner) => Promise<void>): void {
    let issuing: QueryRunner | undefined;
    jest.spyOn(ChainWriter.prototype, 'append').mockImplementationOnce(async function (
      this: ChainWriter,
      unit,
      row,
    ) {
      issuing = unit.manager.queryRunner;
      return append.call(this, unit, row);
    });
    jest.spyOn(WriteConnection.prototype, 'commit').mockImplementation(function (
      this: WriteConnection,
      runner,
    ) {
      const isIt = runner === issuing;
      if (isIt) issuing = undefined;
      return isIt ? step(() => commit.call(this, runner), runner) : commit.call(this, runner);
    });
  }

  it('leaves no gap and no double, whatever the moment', async () => {
    const [before = '', during = '', after = ''] = drafts;
    const state = async (id: string) =>
      pollUntil('an answer', async () => {
        const { status, body } = await world.ask<{ state: string }>('GET', `/documents/${id}`);
        return status === 200 && body.state;
      });

    atNextCommit(async (end) => {
      await cut();
      await end();
    });
    expect((await press(before)).status).toBe(503);
    expect(await state(before)).toBe('draft');

    // The commit is done, and its answer never comes.
    atNextCommit(async (end, runner) => {
      await runner.query('COMMIT');
      await cut();
      await end().catch(() => undefined);
      throw new Error('Connection terminated unexpectedly');
    });
    expect((await press(during)).body.code).toBe('REQUEST.OUTCOME_UNKNOWN');
    expect(await state(during)).toBe('issued');
    expect((await pressed(during)).number).toBe('FA-2026-000001');

    atNextCommit(async (end) => {
      await end();
      await cut();
    });
    await press(after);
    expect((await pressed(after)).number).toBe('FA-2026-000002');
    expect((await pressed(before)).number).toBe('FA-2026-000003');
    await expectWhole(drafts);
  });
});
