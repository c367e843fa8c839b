import type { LabId, RunId } from '@pandafab/shared';
import type { TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { ended, type ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { choose, noticesOf, noticesWhen } from './notices-world';

interface Choice {
  readonly kind: string;
  readonly bell: boolean;
  readonly mail: boolean;
}

describeOnSharedServers('notices behind the bell', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let ana: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });
  beforeEach(async () => {
    ana = await server.accountWith('maker');
  });

  const submit = async (labId: string, content: string, fields?: Record<string, string>) =>
    (await ana.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, content, 'part.gcode', fields)))
      .body.jobs;
  /** Ana's job, on the machine of a lab of its own. */
  async function printing(): Promise<{ id: string; labId: LabId; runId: RunId; agent: ScriptedAgent }> {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const [job] = await submit(lab.labId, smallPart('printed for notices'));
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    return { id: job?.id ?? '', labId: lab.labId, runId, agent };
  }
  const listed = async (client = ana.client) => (await noticesOf(client)).items;

  it('tell a hundred accepted copies as one', async () => {
    const lab = await world.makeLab();
    const jobs = await submit(lab.labId, smallPart(`copies ${ana.accountId}`), { quantity: '100' });
    expect(jobs).toHaveLength(100);
    const [notice] = await noticesWhen(ana.client, 'job.accepted');
    expect(notice).toMatchObject({ count: 100, title: '100 parts accepted, in the queue: part.gcode' });
    expect(await noticesOf(ana.client)).toMatchObject({ total: 1, unread: 1 });
    expect(jobs.map(({ id }) => `/jobs/${id}`)).toContain(notice?.path);
  });

  it('do not tell what the answer to a submission has said', async () => {
    const lab = await world.makeLab();
    const content = smallPart(`known ${ana.accountId}`);
    await submit(lab.labId, content);
    await noticesWhen(ana.client, 'job.accepted');
    expect((await submit(lab.labId, content))[0]?.state).toBe('queued');
    expect(await listed()).toHaveLength(1);
  });

  it('tell a refused file with its cause, each time that it is sent', async () => {
    const lab = await world.makeLab();
    const [first] = await submit(lab.labId, 'no G-code at all');
    const [notice] = await noticesWhen(ana.client, 'job.refused');
    expect(notice).toMatchObject({ title: 'Refused: part.gcode', path: `/jobs/${first?.id}`, count: 1 });
    const { refusal } = (await ana.client.get<JobView>(`/api/v1/jobs/${first?.id}`)).body;
    expect(notice?.more).toBe(`${refusal?.what} ${refusal?.cure}`);
    expect((await submit(lab.labId, 'no G-code at all'))[0]?.state).toBe('refused');
    expect((await listed()).filter(({ kind }) => kind === 'job.refused')).toHaveLength(2);
  });

  it('tell that the print needs a person, and that it is done', async () => {
    const { id, runId, agent } = await printing();
    await agent.report({ type: 'run.paused', runId, reason: 'filament-runout' });
    await agent.report({ type: 'run.resumed', runId });
    await agent.report({ type: 'run.paused', runId, reason: 'requested' });
    await agent.report(ended(runId));
    const told = await listed();
    expect(told.map(({ kind }) => kind)).toEqual(['job.done', 'job.needsYou', 'job.accepted']);
    expect(told[1]).toMatchObject({ count: 1, more: 'There is no filament left.', path: `/jobs/${id}` });
    await agent.leave();
  });

  it('tell a failed print with a cause that shows no place in the lab, and no cancelled one', async () => {
    const { runId, agent } = await printing();
    const cause = { code: 'MACHINE.PORT_ABSENT', details: { address: '/dev/ttyUSB0' } };
    await agent.report(ended(runId, { outcome: 'failed', cause }));
    const [failed] = await noticesWhen(ana.client, 'job.failed');
    expect(failed?.title).toBe('Stopped before its end: part.gcode');
    expect(JSON.stringify(failed)).not.toContain('ttyUSB0');
    await agent.leave();
    const second = await printing();
    await second.agent.report(ended(second.runId, { outcome: 'cancelled' }));
    expect((await listed()).map(({ kind }) => kind)).not.toContain('job.cancelled');
    expect((await listed()).filter(({ kind }) => kind === 'job.failed')).toHaveLength(1);
    await second.agent.leave();
  });

  it('are read one by one, or all; a new event of a read subject is a new notice', async () => {
    const lab = await world.makeLab();
    await submit(lab.labId, smallPart(`read ${ana.accountId}`));
    const [notice] = await noticesWhen(ana.client, 'job.accepted');
    const ben = await server.accountWith('maker');
    expect(await ben.client.post(`/api/v1/notices/${notice?.id}/read`)).toMatchObject({
      ...{ status: 404, body: { code: 'NOTICE.UNKNOWN' } },
    });
    for (let times = 0; times < 2; times++)
      expect((await ana.client.post(`/api/v1/notices/${notice?.id}/read`)).status).toBe(204);
    expect(await noticesOf(ana.client)).toMatchObject({ total: 1, unread: 0 });
    expect((await noticesOf(ana.client, '?unread=true')).items).toEqual([]);
    await submit(lab.labId, 'not G-code either');
    await noticesWhen(ana.client, 'job.refused');
    expect((await ana.client.get('/api/v1/notices/unread')).body).toEqual({ unread: 1 });
    expect((await ana.client.post('/api/v1/notices/read')).status).toBe(204);
    expect((await ana.client.get('/api/v1/notices/unread')).body).toEqual({ unread: 0 });
  });

  it('follow each person’s own choices, which are audited', async () => {
    const choices = async (client = ana.client) =>
      (await client.get<{ items: Choice[] }>('/api/v1/notices/choices')).body.items;
    expect((await choices()).every(({ kind }) => /^(job|session)\./.test(kind))).toBe(true);
    const manager = await server.accountWith('manager');
    expect((await choices(manager.client)).map(({ kind }) => kind)).toContain('lab.computerAway');
    expect((await choose(ana.client, 'job.accepted', { bell: false })).status).toBe(200);
    expect((await choices())[0]).toMatchObject({ kind: 'job.accepted', bell: false, mail: false });
    const lab = await world.makeLab();
    const [job] = await submit(lab.labId, smallPart(`silent ${ana.accountId}`));
    await world.jobWhen(job?.id ?? '', 'queued');
    expect(await listed()).toEqual([]);
    const audited = `/api/v1/audit?action=account.notices-chosen&actorId=${ana.accountId}`;
    const { body } = await world.admin.get<{ items: { after: object }[] }>(audited);
    expect(body.items[0]?.after).toEqual({ 'job.accepted bell': false });
  });

  it('tell those who look after a lab, and no others, that a machine may be heating', async () => {
    const lab = await world.makeLab();
    const here = await server.accountWith({ role: 'manager', labId: lab.labId });
    const there = await server.accountWith({ role: 'manager', labId: (await world.makeLab()).labId });
    const agent = await world.joinAgent(lab);
    const { machineId } = lab;
    for (const state of ['unknown', 'off', 'unknown'] as const)
      await agent.report({ type: 'machine.heaters', machineId, state });
    const [notice] = await noticesWhen(here.client, 'machine.heatersUnknown');
    expect(notice).toMatchObject({ count: 2, path: `/machines/${machineId}` });
    expect(await listed(there.client)).toEqual([]);
    expect(await listed()).toEqual([]);
    await agent.leave();
  });
});
