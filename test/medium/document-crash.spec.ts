import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { type HttpClient, pollUntil, startRedis, temporaryDirectory } from '@pandafab/testing';
import { ReadDatabase } from '../../apps/server/src/platform/persistence/read-database';
import { BillingWorld } from './fixtures/billing-world';
import { CRASH_MOMENTS, CrashingServer } from './fixtures/crashing-server';

interface Issued {
  readonly number: string;
  readonly issuedOn: string;
}
/** What a run has issued: in the order of the drafts. */
interface Outcome {
  readonly issued: (Issued & { readonly pdf: Buffer; readonly xml: Buffer })[];
  readonly chain: object;
  readonly stored: string[];
}

/** A draft for each moment: deposits, invoices and credit notes in turn. */
async function draftAll(world: BillingWorld): Promise<string[]> {
  const client = await world.organisation();
  const drafts: string[] = [];
  for (const at of CRASH_MOMENTS.keys()) {
    const order = await world.prestation(client, { title: `Commande ${at}` });
    await world.addLine(order, { unitPrice: `${at + 1}.37`, activity: 'printing' });
    const kind = (['deposit', 'invoice', 'credit-note'] as const)[at % 3] ?? 'invoice';
    const citesId = kind === 'credit-note' ? (await world.issue(order)).body.id : undefined;
    const request = {
      deposit: { part: { percent: '30' } },
      invoice: {},
      'credit-note': { citesId, credit: 'all' },
    };
    drafts.push((await world.draft(order, kind, request[kind])).body.id);
  }
  return drafts;
}

const press = async (client: HttpClient, id: string) =>
  (await client.post<Issued>(`/api/v1/documents/${id}/issue`)).body;

async function fileOf({ baseUrl, token }: HttpClient, id: string, kind: 'pdf' | 'xml'): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${baseUrl}/api/v1/documents/${id}/file/${kind}`, { headers });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const storedIn = (dataDirectory: string): string[] =>
  readdirSync(join(dataDirectory, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('incoming'))
    .map(({ name }) => name)
    .sort();

/** The chain as its verification sees it. */
async function verified(client: HttpClient): Promise<object> {
  const path = '/api/v1/chain/verification';
  await client.post(path, {});
  return pollUntil('the end of the verification', async () => {
    const { body } = await client.get<{ state: string; links: number; head: object; problem: unknown }>(path);
    const { state, links, head, problem } = body;
    return state !== 'running' && { state, links, head, problem };
  });
}

/** Issues all drafts one after the other, each by two requests at the same time. */
async function issueAll(
  dataDirectory: string,
  drafts: readonly string[],
  clientFor: (id: string, at: number) => Promise<HttpClient>,
): Promise<Outcome> {
  const issued: (Issued & { pdf: Buffer; xml: Buffer })[] = [];
  let chain = {};
  for (const [at, id] of drafts.entries()) {
    const client = await clientFor(id, at);
    const [{ number, issuedOn }, second] = await Promise.all([press(client, id), press(client, id)]);
    expect(second).toMatchObject({ number, issuedOn });
    issued.push({
      number,
      issuedOn,
      pdf: await fileOf(client, id, 'pdf'),
      xml: await fileOf(client, id, 'xml'),
    });
    if (at === drafts.length - 1) chain = await verified(client);
  }
  return { issued, chain, stored: storedIn(dataDirectory) };
}

it('a process that is killed at any moment of issuing leaves what an undisturbed one does', async () => {
  const [calm, disturbed] = await Promise.all([temporaryDirectory(), temporaryDirectory()]);
  const location = { sqliteFile: join(calm.path, 'pandafab.sqlite') };
  const database = { kind: 'SQLite', location, dataDirectory: calm.path, drop: async () => {} } as const;
  const world = await BillingWorld.open(database);
  await world.recordSeller();
  const drafts = await draftAll(world);
  const copy = join(disturbed.path, 'pandafab.sqlite');
  await world.server.app.get(ReadDatabase).manager.query('VACUUM INTO ?', [copy]);
  for (const name of ['files', 'chain-head.log'])
    await cp(join(calm.path, name), join(disturbed.path, name), { recursive: true });
  world.date.now += 60_000;
  const expected = await issueAll(calm.path, drafts, async () => world.billing.client);
  await world.server.stop();

  const redis = await startRedis();
  const { token } = world.billing.client;
  const place = { dataDirectory: disturbed.path, redisUrl: redis.url, token, now: world.date.now };
  let server = await CrashingServer.start(place);
  const found = await issueAll(disturbed.path, drafts, async (id, at) => {
    const { client } = server;
    await server.crashDuring(CRASH_MOMENTS[at] ?? 'half a PDF', () => press(client, id));
    server = await CrashingServer.start(place);
    return server.client;
  }).finally(() => server.stop());
  await Promise.all([redis.stop(), calm.remove(), disturbed.remove()]);

  // The same numbers, days and bytes; the same head hash: not a link more, less or elsewhere; and no other file.
  expect(expected.chain).toMatchObject({ state: 'whole', problem: null });
  expect(found).toEqual(expected);
});
