import type { TestAccount, TestServer } from '@pandafab/testing';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { ended, type ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Step {
  readonly runId: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
  readonly actor: string;
  readonly accountId: string | null;
}
type Told = JobView & { redoOf: string | null; redoneAs: string | null; history: Step[] };

describeOnSharedServers('a job that was stopped', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let ana: TestAccount;
  let manager: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    ana = await server.accountWith('maker');
    manager = await server.accountWith('manager');
  });

  /** Ana's job, whose run ended as `outcome`. */
  async function endedAs(
    outcome: 'failed' | 'done',
  ): Promise<{ id: string; labId: string; agent: ScriptedAgent }> {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const { body } = await ana.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(lab.labId, smallPart()));
    const id = body.jobs[0]?.id ?? '';
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    const cause = outcome === 'failed' ? { code: 'MACHINE.HALTED', details: { reason: 'thermal' } } : null;
    await agent.report(ended(runId, { outcome, cause }));
    return { id, labId: lab.labId, agent };
  }
  const told = async (account: TestAccount, id: string) =>
    (await account.client.get<Told>(`/api/v1/jobs/${id}`)).body;
  const redo = (account: TestAccount, id: string) => account.client.post<Told>(`/api/v1/jobs/${id}/redo`);

  it('is made again as one new job, however many requests and people ask for it', async () => {
    const { id, agent } = await endedAs('failed');
    const answers = await Promise.all([ana, manager, ana, manager].map((account) => redo(account, id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const [again] = new Set(answers.map(({ body }) => body.id));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await told(ana, again ?? '')).toMatchObject({ redoOf: id, state: 'queued', runs: [] });
    expect(await told(ana, id)).toMatchObject({ state: 'redone', redoneAs: again });
    await agent.leave();
  });

  it('waits, made again, until a person has confirmed that the bed is clear', async () => {
    const { id, agent } = await endedAs('failed');
    const { body } = await redo(ana, id);
    const reasons = (await told(ana, body.id)).waiting?.flatMap((each) =>
      each.reasons.map(({ code }) => code),
    );
    expect(reasons).toEqual(['WAITS.BED_NOT_CLEAR']);
    await agent.leave();
  });

  it('is given up for good by a cancel, and is not made again after that', async () => {
    const { id, agent } = await endedAs('failed');
    expect((await ana.client.post(`/api/v1/jobs/${id}/cancel`)).status).toBe(202);
    expect(await redo(ana, id)).toMatchObject({ status: 409, body: { code: 'JOB.NOT_STOPPED' } });
    expect(await told(ana, id)).toMatchObject({ state: 'cancelled', redoneAs: null });
    await agent.leave();
  });

  it('cannot be made again by another member, and one that is done is not made again', async () => {
    const { id, agent } = await endedAs('done');
    const ben = await server.accountWith('maker');
    expect(await redo(ben, id)).toMatchObject({ status: 404, body: { code: 'JOB.UNKNOWN' } });
    expect(await redo(ana, id)).toMatchObject({ status: 409, body: { code: 'JOB.NOT_STOPPED' } });
    await agent.leave();
  });

  it('tells its whole history: each step, its cause and who made it', async () => {
    const { id, agent } = await endedAs('failed');
    await redo(manager, id);
    const { history } = await told(manager, id);
    expect(history.map(({ runId, from, to, actor }) => [runId ? 'run' : 'job', from, to, actor])).toEqual([
      ['job', null, expect.stringMatching(/analysing|queued/), 'account'],
      ...(history[0]?.to === 'analysing' ? [['job', 'analysing', 'queued', 'server']] : []),
      ['job', 'queued', 'running', 'server'],
      ['run', null, 'assigned', 'server'],
      ['run', 'assigned', 'accepted', 'agent'],
      ['run', 'accepted', 'printing', 'agent'],
      ['run', 'printing', 'failed', 'agent'],
      ['job', 'running', 'stopped', 'agent'],
      ['job', 'stopped', 'redone', 'account'],
    ]);
    expect(history.at(-3)).toMatchObject({ event: 'ended failed', cause: { code: 'MACHINE.HALTED' } });
    expect(history.at(-1)?.accountId).toEqual(expect.any(String));
    // Makers see that a person did it, not who.
    expect((await told(ana, id)).history.every(({ accountId }) => accountId === null)).toBe(true);
    await agent.leave();
  });

  it('has a history that the database keeps as it is', async () => {
    const { id, agent } = await endedAs('failed');
    const change = (sql: string) => server.app.get(UnitOfWork).run(({ manager: rows }) => rows.query(sql));
    await expect(change(`UPDATE transitions SET "to" = 'done' WHERE "jobId" = '${id}'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(change(`DELETE FROM transitions WHERE "jobId" = '${id}'`)).rejects.toThrow(/append-only/);
    await agent.leave();
  });
});
