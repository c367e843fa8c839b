import type { TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Told extends JobView {
  readonly history: (JobView['history'][number] & {
    who: string | null;
    name: string | null;
    cause: Cause | null;
  })[];
  readonly runs: (JobView['runs'][number] & { cause: Cause | null })[];
}
interface Cause {
  readonly code: string;
  readonly what: string;
  readonly cure: string;
  readonly details: object;
}
const DEVICE = '/dev/serial/by-id/usb-1a86-if00';

describeOnSharedServers('what each reader sees of a job', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let maker: TestAccount;
  let manager: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [maker, manager] = [await server.accountWith('maker'), await server.accountWith('manager')];
    await world.admin.patch(`/api/v1/members/${maker.memberId}`, { displayName: 'Ana Petit' });
  });

  const told = async ({ client }: TestAccount, id: string, language = 'en'): Promise<Told> =>
    (await client.request<Told>('GET', `/api/v1/jobs/${id}`, { headers: { 'accept-language': language } }))
      .body;
  const who = async (account: TestAccount, id: string) =>
    (await told(account, id)).history.flatMap(({ event, who, name }) => (who ? [[event, who, name]] : []));
  const submitted = async (labId: string): Promise<string> => {
    const { body } = await maker.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, smallPart()));
    return (body.jobs[0] as JobView).id;
  };

  it('shows a maker’s own steps as theirs, and those of the staff as the staff’s; staff read names', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const id = await submitted(lab.labId);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await manager.client.post(`/api/v1/runs/${runId}/command`, { action: 'pause' });
    await maker.client.post(`/api/v1/jobs/${id}/cancel`);
    expect(await who(maker, id)).toEqual([
      ['submitted', 'you', null],
      ['pause requested', 'staff', null],
      ['cancel requested', 'you', null],
    ]);
    expect(await who(manager, id)).toEqual([
      ['submitted', 'member', 'Ana Petit'],
      ['pause requested', 'you', expect.any(String)],
      ['cancel requested', 'member', 'Ana Petit'],
    ]);
    await agent.leave();
  });

  it('tells a maker no devices and no problems that only the staff can fix, also in the live stream', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const id = await submitted(lab.labId);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    const nothing = { linesSent: 3, linesAcknowledged: 3, resends: 0, filamentUm: [], seconds: 1 };
    const reason = `EIO: i/o error, read ${DEVICE}`;
    const cause = { code: 'MACHINE.UNPLUGGED', details: { reason } } as const;
    const end = { outcome: 'failed', cause, exact: false, commandsSha256: null } as const;
    await agent.report({ type: 'run.ended', runId: runId as never, ...end, ...nothing });
    await world.jobWhen(id, 'stopped');
    const theirs = await told(maker, id, 'fr');
    expect(JSON.stringify(theirs)).not.toContain('/dev/');
    expect(theirs.runs[0]?.cause).toEqual({
      code: 'MACHINE.UNPLUGGED',
      details: {},
      what: 'La liaison avec la machine est perdue.',
      cure: 'L’équipe du lab s’en occupe.',
    });
    const list = await maker.client.get(`/api/v1/jobs?labId=${lab.labId}`);
    expect(list.text).not.toContain('/dev/');
    const machines = await maker.client.get(`/api/v1/labs/${lab.labId}/machines`);
    expect(machines.text).not.toContain('/dev/');
    const everything = await maker.client.get('/api/v1/me/export');
    expect(everything.text).toContain('MACHINE.UNPLUGGED');
    expect(everything.text).not.toContain('/dev/');
    const ours = await told(manager, id);
    expect(ours.runs[0]?.cause).toMatchObject({ what: expect.stringContaining(DEVICE), details: { reason } });
    expect(ours.runs[0]?.cause?.cure).toContain('Plug the cable in');
    await agent.leave();
  });

  it('asks a maker to do nothing at the machine while the job waits', async () => {
    const lab = await world.makeLab();
    await world.put(`/machines/${lab.machineId}/spool`, { spoolId: null });
    const agent = await world.joinAgent(lab);
    const id = await submitted(lab.labId);
    await world.jobWhen(id, 'queued');
    const cures = async (account: TestAccount) =>
      ((await told(account, id)).waiting ?? []).flatMap(({ reasons }) =>
        reasons.flatMap(({ code, cure }) => (code === 'WAITS.NO_SPOOL' ? [cure] : [])),
      );
    expect(await cures(maker)).toEqual(['The staff of the lab load one.']);
    expect(await cures(manager)).toEqual(['Load a spool, then choose it on the page of the machine.']);
    await agent.leave();
  });
});
