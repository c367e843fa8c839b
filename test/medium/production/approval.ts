import { type HttpClient, pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Job } from '../../../apps/server/src/production/jobs/job.entities';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Judged extends JobView {
  readonly code?: string;
  readonly queue: { version: number; approval: { state: string; reasons: { code: string; what: string }[] } };
}
const NONE = { firstJobs: null, longerThanHours: null, costOverCents: null, materials: [] };

describeOnSharedServers('approval of jobs', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let [ana, manager]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [ana, manager] = await Promise.all([server.accountWith('maker'), server.accountWith('manager')]);
  });
  beforeEach(async () => {
    lab = await world.makeLab();
  });

  const as = (account: TestAccount | undefined): HttpClient => {
    if (!account) throw new Error('the accounts are made before each test');
    return account.client;
  };
  const setRules = async (rules: object) => {
    const body = { ...NONE, ...rules };
    const path = `/api/v1/labs/${lab.labId}/approval-rules`;
    expect((await as(manager).request('PUT', path, { body })).body).toEqual(body);
  };
  const submit = async (
    account: TestAccount | undefined,
    fields: Record<string, string> = {},
    content = smallPart(`part ${Math.random()}`),
  ) => {
    const sent = form(lab.labId, content, 'part.gcode', fields);
    const answer = await as(account).post<{ jobs: Judged[] }>('/api/v1/jobs', sent);
    expect(answer.status).toBe(201);
    return answer.body.jobs[0] as Judged;
  };
  const queued = async (id: string): Promise<Judged> => {
    await world.jobWhen(id, 'queued');
    return (await as(ana).get<Judged>(`/api/v1/jobs/${id}`)).body;
  };
  const change = (account: TestAccount | undefined, id: string, body: object) =>
    as(account).request<Judged>('PATCH', `/api/v1/jobs/${id}/queue`, { body });
  const reasonsOf = ({ queue }: Judged) => queue.approval.reasons.map(({ code }) => code);

  it('is asked for by no lab that set no rules; members may read those of each lab', async () => {
    const path = `/api/v1/labs/${lab.labId}/approval-rules`;
    expect((await as(ana).get(path)).body).toEqual(NONE);
    expect((await as(ana).request('PUT', path, { body: NONE })).status).toBe(403);
    expect((await submit(ana)).queue.approval).toEqual({ state: 'none', reasons: [] });
    await setRules({ firstJobs: 3, materials: ['TPU'] });
    expect((await as(ana).get(path)).body).toEqual({ ...NONE, firstJobs: 3, materials: ['TPU'] });
  });

  it('keeps a new member’s job from starting until a manager approves it', async () => {
    await setRules({ firstJobs: 1 });
    const sent = await submit(ana);
    expect([sent.queue.approval.state, reasonsOf(sent)]).toEqual(['asked', ['JOB.APPROVAL_NEW_MEMBER']]);
    const agent = await world.joinAgent(lab);
    const waiting = await queued(sent.id);
    const codes = waiting.waiting?.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).toEqual(['WAITS.AWAITS_APPROVAL']);
    const asked = async () => {
      const path = `/api/v1/jobs?labId=${lab.labId}&state=queued&approval=asked`;
      return (await as(manager).get<{ total: number; items: Judged[] }>(path)).body;
    };
    expect(await asked()).toMatchObject({ total: 1, items: [{ id: sent.id }] });
    const { version } = waiting.queue;
    const give = { version, approval: { decision: 'given' } };
    expect((await change(ana, sent.id, give)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await change(manager, sent.id, { ...give, hold: {} })).body.queue.approval.state).toBe('given');
    expect((await asked()).total).toBe(0);
    expect(agent.heard.some(({ kind }) => kind === 'assignment')).toBe(false);
    const again = await change(manager, sent.id, { ...give, version: version + 1 });
    expect(again.body.code).toBe('JOB.NOT_AWAITING');
    await change(manager, sent.id, { version: version + 1, hold: null });
    await agent.take('assignment');
    await agent.leave();
  });

  it('is refused with words that the maker reads, for good', async () => {
    await setRules({ firstJobs: 1 });
    const { id } = await submit(ana);
    const { version } = (await queued(id)).queue;
    const refusal = { version, approval: { decision: 'refused', words: 'Too thin: thicken the walls.' } };
    expect((await change(manager, id, refusal)).body).toMatchObject({ state: 'refused' });
    const seen = (await as(ana).get<Judged>(`/api/v1/jobs/${id}`)).body;
    expect(seen.refusal).toMatchObject({ code: 'JOB.NOT_APPROVED' });
    expect(seen.refusal?.what).toContain('Too thin: thicken the walls.');
    expect(seen.history.at(-1)).toMatchObject({ event: 'refused', actor: 'account' });
    const late = await change(manager, id, { version: version + 1, hold: {} });
    expect(late.body.code).toBe('JOB.NOT_QUEUED');
  });

  it('is asked for the time and the material of a file once it is read', async () => {
    await setRules({ longerThanHours: 2, materials: ['petg'] });
    const long = `;TIME:9000\n${smallPart(`long ${Math.random()}`)}; filament_type = PETG\n`;
    const { id } = await submit(ana, {}, long);
    const read = await pollUntil('the file to be read', async () => {
      const job = (await as(ana).get<Judged>(`/api/v1/jobs/${id}`)).body;
      return job.state === 'queued' ? job : undefined;
    });
    expect(reasonsOf(read)).toEqual(['JOB.APPROVAL_LONG', 'JOB.APPROVAL_MATERIAL']);
    expect(read.queue.approval.reasons[0]?.what).toContain('2.5 h');
    // Sent again, the file is known: the answer says it at once.
    expect(reasonsOf(await submit(ana, {}, long))).toEqual(['JOB.APPROVAL_LONG', 'JOB.APPROVAL_MATERIAL']);
  });

  it('is not asked of staff who submit, who would ask themselves', async () => {
    await setRules({ firstJobs: 5 });
    const own = await submit(manager);
    expect([own.queue.approval.state, reasonsOf(own)]).toEqual(['given', ['JOB.SUBMITTED_BY_STAFF']]);
    const other = await submit(manager, { memberId: ana?.memberId ?? '' });
    expect(other.queue.approval.state).toBe('given');
  });

  it('stays given when the job is made again, except for another reason', async () => {
    await setRules({ firstJobs: 1 });
    const { id } = await submit(ana);
    const { version } = (await queued(id)).queue;
    await change(manager, id, { version, approval: { decision: 'given' } });
    const agent = await world.joinAgent(lab);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    const nothing = { linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [], seconds: 1 };
    const end = { outcome: 'cancelled', cause: null, exact: true, commandsSha256: null } as const;
    await agent.report({ type: 'run.ended', runId, ...end, ...nothing });
    await world.jobWhen(id, 'stopped');
    await setRules({ firstJobs: 1, longerThanHours: 0 });
    const redone = await as(ana).request<Judged>('POST', `/api/v1/jobs/${id}/redo`, { body: {} });
    expect(redone.body.queue).toMatchObject({ version: 0, approval: { state: 'asked' } });
    expect(reasonsOf(redone.body)).toEqual(['JOB.APPROVAL_NEW_MEMBER', 'JOB.APPROVAL_LONG']);
    await change(manager, redone.body.id, { version: 0, approval: { decision: 'given' } });
    await agent.leave();
  });

  it('stays as it was decided when the rules change', async () => {
    await setRules({ firstJobs: 2 });
    const { id } = await submit(ana);
    await setRules({});
    expect((await queued(id)).queue.approval.state).toBe('asked');
    const free = await submit(ana);
    await setRules({ materials: ['PLA'] });
    expect((await queued(free.id)).queue.approval.state).toBe('none');
  });

  it('is asked again for another material', async () => {
    await setRules({ materials: ['TPU'] });
    const { id } = await submit(ana);
    expect((await queued(id)).queue.approval.state).toBe('none');
    const body = { material: 'TPU' };
    const chosen = await as(ana).request<Judged>('POST', `/api/v1/jobs/${id}/material`, { body });
    expect([chosen.body.queue.approval.state, chosen.body.queue.version]).toEqual(['asked', 2]);
    expect(reasonsOf(chosen.body)).toEqual(['JOB.APPROVAL_MATERIAL']);
  });

  it('is given once when two managers give it at once', async () => {
    await setRules({ firstJobs: 1 });
    const { id } = await submit(ana);
    const { version } = (await queued(id)).queue;
    const body = { version, approval: { decision: 'given' } };
    const path = `/api/v1/jobs/${id}/queue`;
    const answers = await Promise.all(
      [as(manager), world.admin, as(manager)].map((client) =>
        client.request<Judged>('PATCH', path, { body }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const steps = ((await world.job(id)) as Judged).history.filter(({ event }) => event === 'approved');
    expect(steps).toHaveLength(1);
    const row = await server.app
      .get(ReadDatabase)
      .of(Job)
      .findOneByOrFail({ id: id as Job['id'] });
    expect([row.version, row.approval]).toEqual([version + 1, 'given']);
  });
});
