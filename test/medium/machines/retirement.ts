import { type HttpClient, pollUntil, type TestServer } from '@pandafab/testing';
import { ChainWorld, cube, type FurnishedLab } from '../fixtures/chain-world';
import type { ScriptedAgent } from '../fixtures/scripted-agent';
import { ended } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Machine {
  readonly id: string;
  readonly retiredAt: string | null;
  readonly spoolId: string | null;
  readonly live: object | null;
  readonly code?: string;
}

describeOnSharedServers('a machine that is retired', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let agent: ScriptedAgent;
  let manager: HttpClient;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
    agent = await world.joinAgent(lab);
    manager = (await server.accountWith({ role: 'manager', labId: lab.labId })).client;
  });
  afterAll(() => agent.leave());

  const path = () => `/api/v1/machines/${lab.machineId}`;
  const ask = (action: 'retire' | 'restore') => manager.post<Machine>(`${path()}/${action}`, {});
  const list = async (query = '') => {
    const { body } = await manager.get<{ items: Machine[] }>(`/api/v1/labs/${lab.labId}/machines${query}`);
    return body.items.map(({ id }) => id);
  };

  it('has no print under way', async () => {
    const { id } = await world.submit(lab.labId, cube, 'cube.gcode', { material: 'pla' });
    const assignment = await agent.hear('assignment');
    await agent.say('receipt', { epoch: agent.epoch }, { replyTo: assignment.id });
    const { runId } = assignment.body;
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await world.jobWhen(id, 'running');
    const refused = await ask('retire');
    expect([refused.status, refused.body.code]).toEqual([409, 'MACHINE.STILL_PRINTING']);
    await agent.report(ended(runId));
    await world.jobWhen(id, 'done');
  });

  it('leaves the wall and its lab’s computer, frees its spool, and keeps its history', async () => {
    const { body } = await ask('retire');
    expect(body).toMatchObject({ retiredAt: expect.any(String), spoolId: null, live: null });
    expect(await list()).toEqual([]);
    expect(await list('?retired=with')).toEqual([lab.machineId]);
    await pollUntil('the computer to be told', async () => {
      const { body: told } = await agent.hear('machines');
      return told.machines.length === 0;
    });
    expect((await manager.get(`${path()}/changes`)).status).toBe(200);
    expect((await ask('retire')).body.retiredAt).toBe(body.retiredAt);
  });

  it('gets no job, no spool and no command', async () => {
    const { id } = await world.submit(lab.labId, cube, 'next.gcode', { material: 'pla' });
    const job = await world.jobWhen(id, 'queued');
    expect(job.waiting).toEqual([]);
    const spool = await manager.request<Machine>('PUT', `${path()}/spool`, {
      body: { spoolId: lab.spoolId },
    });
    expect([spool.status, spool.body.code]).toEqual([409, 'MACHINE.RETIRED']);
    for (const command of ['emergency-stop', 'reconnect', 'power-cycle']) {
      const refused = await manager.post<Machine>(`${path()}/${command}`, {});
      expect([command, refused.status, refused.body.code]).toEqual([command, 409, 'MACHINE.RETIRED']);
    }
  });

  it('can be brought back, and is recorded with who did it', async () => {
    const { body } = await ask('restore');
    expect(body.retiredAt).toBeNull();
    expect(await list()).toEqual([lab.machineId]);
    for (const action of ['machine.retired', 'machine.restored']) {
      const trail = await world.admin.get<{ total: number }>(`/api/v1/audit?action=${action}`);
      expect([action, trail.body.total > 0]).toEqual([action, true]);
    }
  });
});
