import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from '../../apps/server/src/money/chain/verify/verify-chain';
import { HeadLogWriter } from '../../apps/server/src/money/chain/head-log-writer';
import { createPostgresDatabase, pollUntil, temporaryDirectory, type TestDatabase } from '@pandafab/testing';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { ChainWriter } from '../../apps/server/src/money/documents/chain-writer';
import { PaperDocument } from '../../apps/server/src/money/documents/document.entities';
import { demandIssued } from '../../apps/server/src/money/documents/find-document';
import { renderFiles } from '../../apps/server/src/money/documents/render-files';
import type { Database } from '../../apps/server/src/platform/persistence/data-source';
import { ReadDatabase } from '../../apps/server/src/platform/persistence/read-database';
import { DATABASE } from '../../apps/server/src/platform/persistence/unit-of-work';
import { WriteConnection } from '../../apps/server/src/platform/persistence/write-connection';
import { BillingWorld } from './fixtures/billing-world';

let world: BillingWorld;
afterEach(() => world.server.stop());

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
    return status === 200 && body;
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
  expect(await verifyChain({ manager, log })).toMatchObject({ documents: drafts.length, problem: null });
}

describe('issuing on a full disk', () => {
  const sqlite = async (): Promise<TestDatabase> => {
    const { path, remove } = await temporaryDirectory();
    const location = { sqliteFile: join(path, 'pandafab.sqlite') };
    return { kind: 'SQLite', location, dataDirectory: path, drop: remove };
  };

  it('of the database takes no number', async () => {
    await open(await sqlite());
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
  });
});
