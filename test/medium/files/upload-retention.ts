import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Clock, newId, systemClock } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  pollUntil,
  startTestServer,
  type TestAccount,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { ContentSweep } from '../../../apps/server/src/production/files/content-sweep';
import { sellerSettings } from '../fixtures/billing-seller';
import { ChainWorld, form, smallPart } from '../fixtures/chain-world';
import { pictureComment } from '../fixtures/picture';
import { line } from '../rights/rights-world';

const HOUR_MS = 3_600_000;
const pictured = () => `${pictureComment(48, 36)}${smallPart(newId())}`;

describeOnBothDatabases('files that are not submitted', (open) => {
  let later = 0;
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + later };
  let database: TestDatabase;
  let server: TestServer;
  let world: ChainWorld;
  let ana: TestAccount;

  beforeAll(async () => {
    database = await open();
    await start();
  });
  afterAll(() => server.stop());

  const start = async () => {
    server = await startTestServer({ database, clock });
    world = await ChainWorld.of(server);
    ana = await server.accountWith('maker');
  };
  /** What a server does at its start, some hours later. */
  const startLater = async (hours: number) => {
    await server.stop();
    later += hours * HOUR_MS;
    await start();
    await sweep();
  };
  const send = async (content: string) => {
    const data = new FormData();
    data.set('file', new Blob([content]), 'part.gcode');
    const { body } = await ana.client.post<{ id: string; fileSha256: string }>('/api/v1/uploads', data);
    await pollUntil('it to be read', async () => {
      const { state } = (await ana.client.get<{ state: string }>(`/api/v1/uploads/${body.id}`)).body;
      return state === 'analysed';
    });
    return body;
  };
  const isKept = (sha256: string) => existsSync(server.app.get(FileStore).path(sha256));
  /** As if it had come six hours ago. */
  const age = (sha256: string) => {
    const then = (clock.now() - 6 * HOUR_MS) / 1000;
    utimesSync(server.app.get(FileStore).path(sha256), then, then);
  };
  const sweep = () => server.app.get(ContentSweep).sweep();

  it('are there again when they are sent again', async () => {
    const part = pictured();
    const { id, fileSha256 } = await send(part);
    await ana.client.delete(`/api/v1/uploads/${id}`);
    expect(await sweep()).toBe(0);
    age(fileSha256);
    expect(await sweep()).toBe(1);
    expect(isKept(fileSha256)).toBe(false);
    const again = await send(part);
    expect([again.fileSha256, isKept(fileSha256)]).toEqual([fileSha256, true]);
    expect(again.id).not.toBe(id);
  });

  it('stay where an invoice has the same content, and sweeping never deletes invoices', async () => {
    const pdf = async () => {
      const answer = await fetch(`${server.url}/api/v1/documents/${invoiceId}/file/pdf`, {
        headers: { authorization: `Bearer ${world.admin.token}` },
      });
      return Buffer.from(await answer.arrayBuffer());
    };
    await world.put('/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01' });
    const buyer = { name: 'Client', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };
    const { id: organisationId } = await world.post<{ id: string }>('/organisations', buyer);
    const prestation = await world.post<{ id: string }>('/prestations', { organisationId, title: 'Pièces' });
    await world.post(`/prestations/${prestation.id}/lines`, line);
    const draft = { kind: 'invoice', request: {} };
    const path = `/prestations/${prestation.id}/documents`;
    const { id: invoiceId } = await world.post<{ id: string }>(path, draft);
    await world.admin.post(`/api/v1/documents/${invoiceId}/issue`);
    const document = await pdf();
    const sha256 = createHash('sha256').update(document).digest('hex');
    age(sha256);
    expect(await sweep()).toBe(0);
    const data = new FormData();
    data.set('file', new Blob([new Uint8Array(document)]), 'invoice.gcode');
    const { body } = await ana.client.post<{ id: string; fileSha256: string }>('/api/v1/uploads', data);
    expect(body.fileSha256).toBe(sha256);
    await ana.client.delete(`/api/v1/uploads/${body.id}`);
    age(sha256);
    expect(await sweep()).toBe(0);
    expect((await pdf()).equals(document)).toBe(true);
  });

  it('are deleted, too, where their submission was refused after they had arrived', async () => {
    const { labId } = await world.makeLab();
    const headers = { 'idempotency-key': newId<string>() };
    const submit = (part: string) =>
      ana.client.request<{ code?: string }>('POST', '/api/v1/jobs', { headers, body: form(labId, part) });
    const [first, other] = [smallPart(newId()), smallPart(newId())];
    expect((await submit(first)).status).toBe(201);
    expect((await submit(other)).body.code).toBe('JOB.KEY_REUSED');
    const sha256 = createHash('sha256').update(other).digest('hex');
    age(sha256);
    expect([await sweep(), isKept(sha256)]).toEqual([1, false]);
  });

  it('are all that is removed: files that this database never knew belong to another service', async () => {
    const path = server.app.get(FileStore).path('e'.repeat(64));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'from another database');
    age('e'.repeat(64));
    await sweep();
    expect(existsSync(path)).toBe(true);
  });

  it('are removed only if they are unchanged: a file that arrives again in the meantime stays', async () => {
    const store = server.app.get(FileStore);
    const sha256 = 'd'.repeat(64);
    mkdirSync(dirname(store.path(sha256)), { recursive: true });
    for (let round = 0; round < 300; round++) {
      writeFileSync(store.path(sha256), 'old');
      age(sha256);
      const fresh = `${store.path(sha256)}-fresh`;
      writeFileSync(fresh, 'fresh');
      await Promise.all([
        store.removeOlder(sha256, clock.now() - HOUR_MS),
        rename(fresh, store.path(sha256)),
      ]);
      expect(readFileSync(store.path(sha256), 'utf8')).toBe('fresh');
    }
  });

  it('are never deleted while another member sends the same content', async () => {
    const part = pictured();
    for (let round = 0; round < 10; round++) {
      const { id, fileSha256 } = await send(part);
      await ana.client.delete(`/api/v1/uploads/${id}`);
      age(fileSha256);
      const [again] = await Promise.all([send(part), sweep(), sweep()]);
      expect(isKept(again.fileSha256)).toBe(true);
      await ana.client.delete(`/api/v1/uploads/${again.id}`);
    }
  });

  it('leave nothing after a power cut during their arrival, and files that arrive now are kept', async () => {
    const incoming = join(database.dataDirectory, 'files', 'incoming');
    const [dead, alive] = [join(incoming, newId()), join(incoming, newId())];
    for (const path of [dead, alive]) writeFileSync(path, 'half');
    const longAgo = (clock.now() - 6 * HOUR_MS) / 1000;
    utimesSync(dead, longAgo, longAgo);
    const now = clock.now() / 1000;
    utimesSync(alive, now, now);
    await sweep();
    expect(readdirSync(incoming)).toEqual([alive.split('/').at(-1)]);
  });

  // Last: from here on the server's clock is ahead of the disk's.
  it('are deleted a day later, with their pictures and their content; files of jobs stay', async () => {
    const { labId } = await world.makeLab();
    const [lost, made] = [await send(pictured()), await send(pictured())];
    const submitted = await ana.client.post<{ jobs: { id: string }[] }>(`/api/v1/uploads/${made.id}/jobs`, {
      labId,
    });
    const jobId = submitted.body.jobs[0]?.id ?? '';
    await startLater(23);
    expect(await sweep()).toBe(0);
    expect([isKept(lost.fileSha256), isKept(made.fileSha256)]).toEqual([true, true]);
    await startLater(2);
    await pollUntil('the content to be gone', async () => !isKept(lost.fileSha256));
    expect(isKept(made.fileSha256)).toBe(true);
    expect((await world.jobWhen(jobId, 'queued')).thumbnails).toHaveLength(1);
  });
});
