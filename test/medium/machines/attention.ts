import type { MachineTelemetry } from '@pandafab/lab-link';
import type { MachineId } from '@pandafab/shared';
import { pollUntil, type TestServer } from '@pandafab/testing';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';
import { ended, readyMachine, type ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface LiveMachine {
  readonly live: {
    readonly state: string;
    readonly readings: readonly object[];
    readonly needsPerson: { readonly id: number; readonly kind: string; readonly message: string } | null;
  } | null;
}

const PROMPT = {
  id: 7,
  kind: 'prompt',
  message: 'Filament change',
  buttons: ['Continue', 'Purge'],
  cooled: false,
};
const TRANSCRIPT = '  0.000 > N0 M110 N0*125\n  0.004 < ok\n';

describeOnSharedServers('a person is needed at a machine', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  /** Sends telemetry of the lab's machine, repeatedly, as its agent does. */
  const tell = (agent: ScriptedAgent, { machineId }: FurnishedLab, says: Partial<MachineTelemetry>) =>
    agent.reportMachines(agent.epoch, [
      readyMachine(machineId, { state: 'printing', firmware: 'Marlin', ...says }),
    ]);
  const asked = (id: MachineId) =>
    pollUntil('the question', async () => {
      const { body } = await world.admin.get<LiveMachine>(`/api/v1/machines/${id}`);
      return body.live?.needsPerson ?? undefined;
    });
  const answer = (id: MachineId, button: number, request = PROMPT.id) =>
    world.admin.post(`/api/v1/machines/${id}/answer`, { request, button });

  it('the machine shows its state and the readings of all its heaters, also when it has two nozzles or none', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const live = async () =>
      (await world.admin.get<LiveMachine>(`/api/v1/machines/${lab.machineId}`)).body.live;
    const readings = ['nozzle', 'nozzle 0', 'nozzle 1', 'bed', 'chamber'].map((name, at) => ({
      ...{ name, actual: 20.5 + at, target: at },
    }));
    await tell(agent, lab, { readings });
    await pollUntil('the readings', async () => (await live())?.readings.length === 5);
    expect(await live()).toMatchObject({ state: 'printing', readings });
    await tell(agent, lab, { state: 'ready', readings: [] });
    await pollUntil('no reading', async () => (await live())?.readings.length === 0);
    expect(await live()).toMatchObject({ state: 'ready' });
    await agent.leave();
  });

  it('the machine shows what it asks, and the answer reaches its agent', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    await tell(agent, lab, { needsPerson: 'Filament change', attention: PROMPT });
    expect(await asked(lab.machineId)).toEqual(PROMPT);
    expect((await answer(lab.machineId, 1)).status).toBe(202);
    const { body } = await agent.hear('command');
    expect(body).toMatchObject({ action: 'answer', machineId: lab.machineId, request: 7, button: 1 });
    expect((await answer(lab.machineId, 2)).body).toMatchObject({ code: 'MACHINE.ASKS_NOTHING' });
    await tell(agent, lab, { needsPerson: 'Heater timeout', attention: { ...PROMPT, id: 8 } });
    await pollUntil('the next question', async () => (await asked(lab.machineId)).id === 8);
    const stale = await answer(lab.machineId, 1);
    expect(stale).toMatchObject({ status: 409, body: { code: 'MACHINE.QUESTION_CHANGED' } });
    expect((await answer(lab.machineId, 1, 8)).status).toBe(202);
    await agent.leave();
  });

  it('who answered what is recorded, and uncertain heaters; managers read it, and it cannot be changed', async () => {
    const [lab, other] = [await world.makeLab(), await world.makeLab()];
    const agent = await world.joinAgent(lab);
    const { machineId } = lab;
    await tell(agent, lab, { needsPerson: 'Filament change', attention: PROMPT });
    await asked(machineId);
    const manager = await server.accountWith('manager');
    const path = `/api/v1/machines/${machineId}`;
    await manager.client.post(`${path}/answer`, { request: PROMPT.id, button: 1 });
    await manager.client.post(`${path}/answer`, { request: PROMPT.id - 1, button: 1 });
    await manager.client.post(`${path}/emergency-stop`, {});
    await agent.report({ type: 'machine.answer-refused', machineId });
    await agent.report({ type: 'machine.heaters', machineId, state: 'unknown' });
    await agent.report({ type: 'machine.heaters', machineId, state: 'off' });
    await agent.report({ type: 'machine.heaters', machineId: other.machineId, state: 'unknown' });
    const { accountId } = manager;
    const { body } = await manager.client.get<{ items: { type: string }[] }>(`${path}/events`);
    const byType = (type: string) => body.items.filter((item) => item.type === type);
    expect(byType('answered')).toMatchObject([
      { accountId, details: { question: 'Filament change', button: 'Purge' } },
    ]);
    expect(byType('answer-refused')).toMatchObject([{ accountId: null }]);
    expect(byType('emergency-stop')).toMatchObject([{ accountId, details: null }]);
    expect(byType('heaters-unknown')).toMatchObject([{ accountId: null, at: expect.any(String) }]);
    expect(byType('heaters-off')).toHaveLength(1);
    const elsewhere = await manager.client.get(`/api/v1/machines/${other.machineId}/events`);
    expect(elsewhere.body).toMatchObject({ items: [], total: 0 });
    const maker = (await server.accountWith('maker')).client;
    expect((await maker.get(`${path}/events`)).status).toBe(403);
    const erase = server.app
      .get(UnitOfWork)
      .run(({ manager: sql }) => sql.query('DELETE FROM machine_events'));
    await expect(erase).rejects.toThrow('append-only');
    await agent.leave();
  });

  it('an older agent is understood, and has no buttons', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    await tell(agent, lab, { needsPerson: 'Take the part' });
    expect(await asked(lab.machineId)).toMatchObject({ message: 'Take the part', buttons: [] });
    expect((await answer(lab.machineId, 0, 0)).body).toMatchObject({ code: 'MACHINE.ASKS_NOTHING' });
    await agent.leave();
  });

  it('makers cannot answer, and a machine that is not there cannot be answered', async () => {
    const lab = await world.makeLab();
    const { client } = await server.accountWith('maker');
    expect(
      (await client.post(`/api/v1/machines/${lab.machineId}/answer`, { request: 1, button: 0 })).status,
    ).toBe(403);
    expect((await answer(lab.machineId, 0)).body).toMatchObject({ code: 'LAB.AGENT_OFFLINE' });
  });

  const put = (path: string, body: string, { agentId, secret } = { agentId: 'x', secret: 'y' }) =>
    fetch(`${server.anonymous().baseUrl}/api/agent/runs/${path}/transcript`, {
      method: 'PUT',
      body,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        authorization: `Basic ${Buffer.from(`${agentId}:${secret}`).toString('base64')}`,
      },
    });

  it('a run’s transcript comes from its own agent only, and goes to managers', async () => {
    const [lab, other] = [await world.makeLab(), await world.makeLab()];
    const agent = await world.joinAgent(lab);
    await world.submit(lab.labId, smallPart('transcript'));
    const { id, body } = await agent.hear('assignment');
    await agent.say('receipt', { epoch: agent.epoch }, { replyTo: id });
    const { runId } = body;
    const manager = (await server.accountWith('manager')).client;
    const fetched = () => manager.get(`/api/v1/runs/${runId}/transcript`);
    expect((await fetched()).body).toMatchObject({ code: 'JOB.NO_TRANSCRIPT' });

    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await agent.report(ended(runId));
    expect((await put(runId, 'forged', other.credentials)).status).toBe(404);
    expect((await put(runId, 'forged')).status).toBe(401);
    expect((await put(runId, 'x'.repeat(1024 * 1024 + 1), lab.credentials)).status).toBe(400);
    expect((await put(runId, TRANSCRIPT, lab.credentials)).status).toBe(204);

    const { status, text, headers } = await fetched();
    expect([status, text]).toEqual([200, TRANSCRIPT]);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="run-${runId}.txt"`);
    const maker = (await server.accountWith('maker')).client;
    expect((await maker.get(`/api/v1/runs/${runId}/transcript`)).status).toBe(403);
    await agent.leave();
  });
});
