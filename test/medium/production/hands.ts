import { type HttpClient, pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { JobExpectation } from '../../../apps/server/src/production/jobs/expectation.entities';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Queued extends JobView {
  readonly code?: string;
  readonly onlyMachineId: string | null;
  readonly queue: {
    version: number;
    readyBy: string | null;
    dueIsFirm: boolean;
    priority: number;
    priorityReason: string | null;
    movedSeconds: number;
    nextOn: string | null;
    held: { by: string; reason: string | null } | null;
    needsMaker: boolean;
    makerHereUntil: string | null;
    colour: string | null;
    tags: string[];
    approval: { state: string; reasons: { code: string }[] };
  };
}
const SOON = '2031-05-04T12:00:00.000Z';

describeOnSharedServers('what people decide about waiting jobs', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let [ana, ben, manager]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [ana, ben, manager] = await Promise.all([
      server.accountWith('maker'),
      server.accountWith('maker'),
      server.accountWith('manager'),
    ]);
  });
  beforeEach(async () => {
    lab = await world.makeLab();
  });

  const as = (account: TestAccount | undefined): HttpClient => {
    if (!account) throw new Error('the accounts are made before each test');
    return account.client;
  };
  const submit = async (account: TestAccount | undefined, fields: Record<string, string> = {}) => {
    const sent = form(lab.labId, smallPart(`part ${Math.random()}`), 'part.gcode', fields);
    const answer = await as(account).post<{ batchId: string; jobs: Queued[] }>('/api/v1/jobs', sent);
    expect(answer.status).toBe(201);
    const [job] = answer.body.jobs;
    for (const { id } of answer.body.jobs) await world.jobWhen(id, 'queued');
    return { ...(job as Queued), jobs: answer.body.jobs };
  };
  const change = (account: TestAccount | undefined, id: string, body: object) =>
    as(account).request<Queued>('PATCH', `/api/v1/jobs/${id}/queue`, {
      body,
    });
  const get = async (account: TestAccount | undefined, id: string) =>
    (await as(account).get<Queued>(`/api/v1/jobs/${id}`)).body;
  const waits = (job: Queued) => job.waiting?.flatMap(({ reasons }) => reasons.map(({ code }) => code)) ?? [];

  it('are asked for with the submission, in a form and in JSON', async () => {
    const fields = {
      readyBy: SOON,
      needsMaker: 'true',
      colour: 'Bleu',
      tags: 'Big, clean,big',
      hold: 'true',
    };
    const { id } = await submit(ana, fields);
    const { queue, ...job } = await get(ana, id);
    expect(queue).toMatchObject({ version: 0, readyBy: SOON, dueIsFirm: false, needsMaker: true });
    expect(queue).toMatchObject({ colour: 'Bleu', tags: ['Big', 'clean'], held: { by: 'maker' } });
    expect(waits({ queue, ...job })).toEqual(
      expect.arrayContaining(['WAITS.HELD_BY_MAKER', 'WAITS.NEEDS_MAKER', 'WAITS.MISSING_TAG']),
    );
    expect(waits({ queue, ...job })).not.toContain('WAITS.OTHER_COLOUR');
    const body = { labId: lab.labId, colour: 'mauve' };
    const data = new FormData();
    data.set('file', new Blob([smallPart('json')]), 'json.gcode');
    const upload = await as(ana).request<{ id: string }>('POST', '/api/v1/uploads', { body: data });
    const path = `/api/v1/uploads/${upload.body.id}/jobs`;
    const refused = await as(ana).request<Queued>('POST', path, { body });
    expect([refused.status, refused.body.code]).toEqual([422, 'MATERIAL.COLOUR_UNKNOWN']);
    const sent = await as(ana).request<{ jobs: Queued[] }>('POST', path, {
      body: { labId: lab.labId, hold: true, tags: ['x'], needsMaker: false },
    });
    expect(sent.body.jobs[0]?.queue).toMatchObject({ held: { by: 'maker' }, tags: ['x'], needsMaker: false });
  });

  it('keep a job from starting until the last of them is settled', async () => {
    const { id } = await submit(ana, { needsMaker: 'true', tags: 'big', hold: 'true', colour: 'blue' });
    const agent = await world.joinAgent(lab);
    expect(waits(await get(ana, id))).toEqual([
      'WAITS.HELD_BY_MAKER',
      'WAITS.NEEDS_MAKER',
      'WAITS.MISSING_TAG',
    ]);
    const first = await change(ana, id, { version: 0, hold: null, tags: [] });
    expect(first.body.queue).toMatchObject({ version: 1, held: null, tags: [] });
    expect(waits(first.body)).toEqual(['WAITS.NEEDS_MAKER']);
    expect(agent.heard.some(({ kind }) => kind === 'assignment')).toBe(false);
    const here = await as(ana).request<Queued>('POST', `/api/v1/jobs/${id}/here`, { body: {} });
    expect(here.status).toBe(200);
    await agent.take('assignment');
    const late = await change(ana, id, { version: 1, hold: {} });
    expect([late.status, late.body.code]).toEqual([409, 'JOB.NOT_QUEUED']);
    const { history } = (await world.job(id)) as Queued;
    const events = history.filter(({ runId }) => runId === null).map(({ event }) => event);
    expect(events).toEqual(['submitted', 'analysed', 'tags changed', 'released', 'maker here', 'assigned']);
    await agent.leave();
  });

  it('of the colour: those of the lab are listed, and another one waits for its spool', async () => {
    const kind = { material: 'PETG', brand: 'X', colour: 'Galaxy Noir', densityGramsPerCm3: 1.27 };
    const { id: filamentId } = await world.post<{ id: string }>('/filaments', kind);
    await world.post(`/labs/${lab.labId}/spools`, { filamentId, label: 'N', netGrams: 10 });
    const list = async (query = '') =>
      (await as(ana).get<{ items: object[] }>(`/api/v1/labs/${lab.labId}/colours${query}`)).body.items;
    const blue = { colour: 'blue', swatch: '#1565c0', materials: ['PLA'], loaded: true };
    const black = { colour: 'Galaxy Noir', swatch: '#1a1a1a', materials: ['PETG'], loaded: false };
    expect(await list()).toEqual([blue, black]);
    expect(await list('?material=petg')).toEqual([black]);
    const { id } = await submit(ana, { colour: 'galaxy noir' });
    expect(waits(await get(ana, id))).toContain('WAITS.OTHER_COLOUR');
    const any = await change(ana, id, { version: 0, colour: null });
    expect(waits(any.body)).toEqual(['WAITS.AGENT_OFFLINE']);
    expect((await change(ana, id, { version: 1, colour: 'mauve' })).body.code).toBe(
      'MATERIAL.COLOUR_UNKNOWN',
    );
  });

  it('are each recorded in the history with who did it, and in the audit trail', async () => {
    const { id } = await submit(ana);
    await submit(ben);
    const second = await submit(ben);
    const all = {
      ...{ readyBy: SOON, dueIsFirm: true, priority: { steps: 2, reason: 'exam tomorrow' } },
      ...{ onlyMachineId: lab.machineId, nextOn: lab.machineId, move: { before: second.id } },
      hold: { reason: 'nozzle' },
    };
    const { body, status } = await change(manager, id, { version: 0, ...all });
    expect([status, body.code]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      onlyMachineId: lab.machineId,
      queue: {
        ...{ version: 1, readyBy: SOON, dueIsFirm: true, priority: 2, priorityReason: 'exam tomorrow' },
        ...{ nextOn: lab.machineId, held: { by: 'staff', reason: 'nozzle' } },
      },
    });
    expect(body.queue.movedSeconds).not.toBe(0);
    expect(waits(body)).toContain('WAITS.HELD_BECAUSE');
    const steps = body.history.slice(2);
    expect(steps.map(({ event }) => event)).toEqual([
      ...['held', 'due changed', 'priority changed', 'pinned', 'put next', 'moved'],
    ]);
    expect(new Set(steps.map(({ accountId }) => accountId))).toEqual(new Set([manager?.accountId]));
    const seen = await get(ana, id);
    expect(seen.queue).toMatchObject({ priority: 2, priorityReason: null });
    const priority = seen.history.find(({ event }) => event === 'priority changed');
    expect(priority).toMatchObject({ cause: null });
    const audit = await world.admin.get<{ items: { action: string; after: object }[] }>(
      `/api/v1/audit?subjectId=${id}&limit=50`,
    );
    const actions = audit.body.items.map(({ action }) => action);
    for (const action of ['job.held', 'job.moved', 'job.pinned', 'job.put-next', 'job.priority-changed'])
      expect(actions).toContain(action);
    expect(audit.body.items.find(({ action }) => action === 'job.held')?.after).toMatchObject({
      heldReason: 'nozzle',
    });
  });

  it('give a moved job its place at once: the answer and the list have it', async () => {
    const jobs = [await submit(ana), await submit(ben), await submit(manager)];
    const [first, second, third] = jobs.map(({ id }) => id);
    const database = server.app.get(ReadDatabase);
    await pollUntil('the places', async () => {
      return (await database.of(JobExpectation).countBy({ labId: lab.labId })) === jobs.length;
    });
    const up = await change(manager, third ?? '', { version: 0, move: { before: first } });
    expect(up.body).toMatchObject({ position: 1, queue: { version: 1 } });
    const path = `/api/v1/jobs?labId=${lab.labId}&state=queued&order=queue`;
    const listed = await as(manager).get<{ items: { id: string }[] }>(path);
    expect(listed.body.items.map(({ id }) => id)).toEqual([third, first, second]);
    const raised = { version: 0, priority: { steps: 2, reason: 'exam tomorrow' } };
    expect((await change(manager, second ?? '', raised)).body).toMatchObject({ position: 1 });
  });

  it('of two managers who saw the same job, the second is told who was first', async () => {
    const { id } = await submit(ana);
    expect((await change(manager, id, { version: 0, hold: {} })).status).toBe(200);
    const second = await world.admin.request<Queued>('PATCH', `/api/v1/jobs/${id}/queue`, {
      body: { version: 0, priority: { steps: 1, reason: 'late' } },
    });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'JOB.CHANGED_BY', params: { version: 1, state: 'queued' } });
    const maker = await change(ana, id, { version: 0, tags: ['x'] });
    expect(maker.body).toMatchObject({ code: 'JOB.CHANGED', params: { version: 1, who: 'staff' } });
    expect((await get(manager, id)).queue).toMatchObject({ version: 1, priority: 0, tags: [] });
  });

  it('a member decides about their own jobs, within what staff decided', async () => {
    const { id } = await submit(ana);
    expect((await change(ben, id, { version: 0, hold: {} })).body.code).toBe('JOB.UNKNOWN');
    for (const field of [{ dueIsFirm: true }, { nextOn: null }, { priority: { steps: 1, reason: 'me' } }])
      expect((await change(ana, id, { version: 0, ...field })).body.code).toBe('AUTH.FORBIDDEN');
    expect((await change(manager, id, { version: 0, dueIsFirm: true })).body.code).toBe('JOB.NO_DUE_DATE');
    const firm = { version: 0, hold: {}, readyBy: SOON, dueIsFirm: true };
    expect((await change(manager, id, firm)).status).toBe(200);
    expect((await change(ana, id, { version: 1, hold: null })).body.code).toBe('JOB.HELD_BY_STAFF');
    expect((await change(ana, id, { version: 1, readyBy: null })).body.code).toBe('JOB.DUE_FIRM');
    const released = await change(manager, id, { version: 1, hold: null });
    expect(released.body.queue).toMatchObject({ version: 2, held: null, readyBy: SOON });
  });

  it('a job is next only on a machine of its lab that may take it', async () => {
    const { id } = await submit(ana);
    const other = await world.makeLab();
    const path = { version: 0, nextOn: other.machineId };
    expect((await change(manager, id, path)).body.code).toBe('MACHINE.UNKNOWN');
    const second = await world.addMachine(lab.labId, { name: 'B' });
    const clash = { version: 0, onlyMachineId: second.id, nextOn: lab.machineId };
    expect((await change(manager, id, clash)).body.code).toBe('JOB.PINNED_ELSEWHERE');
    await change(manager, id, { version: 0, nextOn: lab.machineId });
    const pinned = await change(manager, id, { version: 1, onlyMachineId: second.id });
    expect(pinned.body).toMatchObject({ onlyMachineId: second.id, queue: { nextOn: null } });
  });

  it('a batch reports as one, and is split over machines', async () => {
    const { batchId, jobs } = await submit(ana, { quantity: '3' });
    const second = await world.addMachine(lab.labId, { name: 'B' });
    const path = `/api/v1/batches/${batchId}`;
    const batch = (await as(ana).get<{ version: number }>(path)).body;
    expect(batch).toMatchObject({ quantity: 3, version: 0, counts: { queued: 3, done: 0 } });
    expect(batch).toMatchObject({ firstStartAt: null, lastEndAt: null, usage: { seconds: 0 } });
    expect((await as(ben).get(path)).body).toMatchObject({ code: 'JOB.BATCH_UNKNOWN' });
    const spread = (version: number) => ({ version, machineIds: [lab.machineId, second.id] });
    expect((await as(ana).request('POST', `${path}/spread`, { body: spread(0) })).status).toBe(403);
    const done = await as(manager).request('POST', `${path}/spread`, { body: spread(0) });
    expect(done).toMatchObject({ status: 200, body: { version: 3 } });
    const again = await as(manager).request('POST', `${path}/spread`, { body: spread(0) });
    expect(again).toMatchObject({ status: 409, body: { code: 'JOB.BATCH_CHANGED' } });
    const places = await Promise.all(jobs.map(async ({ id }) => (await get(ana, id)).onlyMachineId));
    expect(places.sort()).toEqual([lab.machineId, lab.machineId, second.id].sort());
    const agent = await world.joinAgent(lab);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    const started = (await as(ana).get<{ firstStartAt: string | null; lastEndAt: null }>(path)).body;
    expect(started).toMatchObject({ counts: { queued: 2, running: 1 }, lastEndAt: null });
    expect(started.firstStartAt).not.toBeNull();
    await agent.leave();
  });
});
