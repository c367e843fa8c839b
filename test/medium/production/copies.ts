import { pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, form, smallPart } from '../fixtures/chain-world';
import { ended } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { noticesOf } from '../notices/notices-world';

interface Copies {
  readonly all: number;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly ended: number;
  readonly endAt: string | null;
}
interface Copy {
  readonly id: string;
  readonly batchId: string;
  readonly state: string;
  readonly copies: Copies | null;
  readonly expected: { readonly startAt: string; readonly endAt: string } | null;
  readonly queue: { readonly colour: string | null; readonly makerHereUntil: string | null };
}
interface Batch {
  readonly version: number;
  readonly copies: Copies;
  readonly counts: { readonly cancelled: number };
}
interface Preview {
  readonly expected: { readonly startAt: string } | null;
  readonly lastEndAt: string | null;
  readonly isInTime: boolean | null;
}

describeOnSharedServers('the copies of a submission', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let ana: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });
  beforeEach(async () => {
    ana = await server.accountWith('maker');
    lab = await world.makeLab();
  });

  const submit = async (quantity: number, fields: Record<string, string> = {}): Promise<Copy[]> => {
    const sent = form(lab.labId, smallPart(`copies of ${ana.accountId}`), 'part.gcode', {
      ...fields,
      quantity: String(quantity),
    });
    const { jobs } = (await ana.client.post<{ jobs: Copy[] }>('/api/v1/jobs', sent)).body;
    for (const { id } of jobs) await world.jobWhen(id, 'queued');
    return jobs;
  };
  const listed = async (query = '') => {
    const path = `/api/v1/jobs?labId=${lab.labId}&copies=together${query}`;
    return (await ana.client.get<{ items: Copy[]; total: number }>(path)).body;
  };
  const batchOf = async (id: string | undefined) =>
    (await ana.client.get<Batch>(`/api/v1/batches/${id}`)).body;
  const at = (iso: string | null | undefined) => Date.parse(iso ?? '');

  it('are one entry of a list, with the hour at which the last is done', async () => {
    const jobs = await submit(3);
    await submit(1);
    const { items, total } = await listed();
    expect(total).toBe(2);
    expect(items[0]?.copies).toBeNull();
    expect(items[1]).toMatchObject({ id: jobs[0]?.id, copies: { all: 3, waiting: 3, endAt: null } });
    const agent = await world.joinAgent(lab);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await agent.report(ended(runId, { outcome: 'failed' }));
    const { batchId } = jobs[0] as Copy;
    const found = await pollUntil('the copies to have an hour', async () => {
      const [entry] = (await listed('&state=queued&sort=createdAt')).items;
      return entry?.copies?.endAt ? entry : undefined;
    });
    expect(found).toMatchObject({ batchId, copies: { all: 3, waiting: 2, ended: 1 } });
    expect((await listed('&state=stopped')).total).toBe(1);
    // Hours are computed again meanwhile.
    await pollUntil('the last end of the copies', async () => {
      const { items: copies } = (await ana.client.get<{ items: Copy[] }>(`/api/v1/jobs?batchId=${batchId}`))
        .body;
      const last = Math.max(...copies.flatMap(({ expected }) => (expected ? [at(expected.endAt)] : [])));
      return at((await batchOf(batchId)).copies.endAt) === last;
    });
    await agent.leave();
  });

  it('are changed together while they wait, and wait for their member together', async () => {
    const [first] = await submit(2, { needsMaker: 'true' });
    const path = `/api/v1/batches/${first?.batchId}/queue`;
    const change = (version: number) =>
      ana.client.request<Batch>('PATCH', path, { body: { version, colour: 'blue' } });
    expect(await change(0)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await change(0)).toMatchObject({ status: 409, body: { code: 'JOB.BATCH_CHANGED' } });
    await ana.client.post(`/api/v1/jobs/${first?.id}/here`, {});
    const all = await ana.client.get<{ items: Copy[] }>(`/api/v1/jobs?batchId=${first?.batchId}`);
    expect(all.body.items.map(({ queue }) => queue.colour)).toEqual(['blue', 'blue']);
    expect(all.body.items.map(({ queue }) => queue.makerHereUntil)).not.toContain(null);
  });

  it('are withdrawn together: those that print go on, and what is done is told once', async () => {
    const jobs = await submit(4);
    const agent = await world.joinAgent(lab);
    const print = async () => {
      const { runId } = await agent.take('assignment');
      await agent.report({ type: 'run.accepted', runId });
      await agent.report({ type: 'run.started', runId });
      return runId;
    };
    const clear = (runId: string) =>
      world.post(`/machines/${lab.machineId}/bed-clear?runId=${runId}`, {}, 200);
    for (let printed = 0; printed < 2; printed++) {
      const runId = await print();
      await agent.report(ended(runId));
      await clear(runId);
    }
    const third = await print();
    const done = async () => (await noticesOf(ana.client)).items.filter(({ kind }) => kind === 'job.done');
    const path = `/api/v1/batches/${jobs[0]?.batchId}/cancel`;
    const { status, body } = await ana.client.request<Batch>('POST', path, { body: {} });
    expect([status, body.counts.cancelled]).toEqual([200, 1]);
    expect((await ana.client.request('POST', path, { body: {} })).status).toBe(409);
    expect(await done()).toEqual([]);
    await agent.report(ended(third, { outcome: 'cancelled' }));
    await pollUntil('the notice', async () => (await done()).length > 0);
    expect(await done()).toMatchObject([{ count: 2, title: '2 parts done: part.gcode' }]);
    await agent.leave();
  });

  it('are expected before they are submitted: the first start, the last end, and whether that is in time', async () => {
    const agent = await world.joinAgent(lab);
    const data = new FormData();
    data.append('file', new Blob([smallPart(`looked at by ${ana.accountId}`)]), 'looked-at.gcode');
    const { body: upload } = await ana.client.post<{ id: string }>('/api/v1/uploads', data);
    const preview = (query: string) =>
      pollUntil('the file to be read', async () => {
        const path = `/api/v1/uploads/${upload.id}/preview?labId=${lab.labId}${query}`;
        const { status, body } = await ana.client.get<Preview>(path);
        return status === 200 ? body : undefined;
      });
    const one = await preview('');
    const five = await preview('&quantity=5');
    expect(one.isInTime).toBeNull();
    expect(at(one.lastEndAt)).toBeGreaterThanOrEqual(at(one.expected?.startAt));
    expect(at(five.lastEndAt)).toBeGreaterThan(at(one.lastEndAt));
    const by = (hours: number) => `&readyBy=${new Date(Date.now() + hours * 3_600_000).toISOString()}`;
    expect((await preview(`&quantity=5${by(48)}`)).isInTime).toBe(true);
    expect((await preview(`&quantity=5${by(0)}`)).isInTime).toBe(false);
    await agent.leave();
  });
});
