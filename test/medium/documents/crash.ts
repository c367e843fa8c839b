import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type HttpClient,
  pollUntil,
  startRedis,
  type TemporaryDirectory,
  type TemporaryRedis,
  temporaryDirectory,
} from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { BillingWorld } from '../fixtures/billing-world';
import { CRASH_MOMENTS, CrashingServer, type CrashPlace } from '../fixtures/crashing-server';

interface Named {
  readonly number: string;
  readonly issuedOn: string;
}
interface Issued extends Named {
  readonly pdf: Buffer;
  readonly xml: Buffer;
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
  (await client.post<Named>(`/api/v1/documents/${id}/issue`)).body;

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
    return state === 'running' ? undefined : { state, links, head, problem };
  });
}

/** Issues a draft by two requests at the same time. */
async function issue(client: HttpClient, id: string): Promise<Issued> {
  const [{ number, issuedOn }, second] = await Promise.all([press(client, id), press(client, id)]);
  expect(second).toMatchObject({ number, issuedOn });
  const [pdf, xml] = await Promise.all([fileOf(client, id, 'pdf'), fileOf(client, id, 'xml')]);
  return { number, issuedOn, pdf, xml };
}

/** The parts run in their order: each kills the process that the one before has started again. */
describe('a process that is killed while it issues a document leaves what an undisturbed one does', () => {
  let calm: TemporaryDirectory;
  let disturbed: TemporaryDirectory;
  let redis: TemporaryRedis;
  let place: CrashPlace;
  let server: CrashingServer;
  let drafts: string[];
  const expected: Issued[] = [];
  let chain: object;

  beforeAll(async () => {
    [calm, disturbed, redis] = await Promise.all([temporaryDirectory(), temporaryDirectory(), startRedis()]);
    const location = { sqliteFile: join(calm.path, 'pandafab.sqlite') };
    const database = { kind: 'SQLite', location, dataDirectory: calm.path, drop: async () => {} } as const;
    const world = await BillingWorld.open(database);
    await world.recordSeller();
    drafts = await draftAll(world);
    const copy = join(disturbed.path, 'pandafab.sqlite');
    await world.server.app.get(ReadDatabase).manager.query('VACUUM INTO ?', [copy]);
    await cp(join(calm.path, 'files'), join(disturbed.path, 'files'), { recursive: true });
    world.date.now += 60_000;
    const { client } = world.billing;
    for (const id of drafts) expected.push(await issue(client, id));
    chain = await verified(client);
    await world.server.stop();
    const { token } = client;
    place = { dataDirectory: disturbed.path, redisUrl: redis.url, token, now: world.date.now };
    server = await CrashingServer.start(place);
  });
  afterAll(async () => {
    await server.stop();
    await Promise.all([redis.stop(), calm.remove(), disturbed.remove()]);
  });

  it.each(CRASH_MOMENTS.map((moment, at) => [moment, at] as const))('%s', async (moment, at) => {
    const id = drafts[at] ?? '';
    await server.crashDuring(moment, () => press(server.client, id));
    server = await CrashingServer.start(place);
    expect(await issue(server.client, id)).toEqual(expected[at]);
  });

  it('with the same head of the chain, not a link more or elsewhere, and no other file', async () => {
    expect(chain).toMatchObject({ state: 'whole', problem: null });
    expect(await verified(server.client)).toEqual(chain);
    expect(storedIn(disturbed.path)).toEqual(storedIn(calm.path));
  });
});
