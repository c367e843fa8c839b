import type { LabId, RunId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  pollUntil,
  startMosquitto,
  startRedis,
  startTestServer,
  type TemporaryBroker,
  type TemporaryRedis,
  type TestServer,
} from '@pandafab/testing';
import { Agent } from '../../../apps/server/src/network/agents/agent.entity';
import { PresenceBook } from '../../../apps/server/src/network/link/presence-book';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Run } from '../../../apps/server/src/production/jobs/run.entity';
import { Transition } from '../../../apps/server/src/production/jobs/transition.entity';
import { MaterialMovement } from '../../../apps/server/src/stock/spools/material.entities';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';
import { ended, ScriptedAgent } from '../fixtures/scripted-agent';

describeOnBothDatabases('two servers of one city', (open) => {
  let redis: TemporaryRedis;
  let broker: TemporaryBroker;
  let servers: TestServer[];
  let worlds: ChainWorld[];
  const agents: ScriptedAgent[] = [];

  beforeAll(async () => {
    [redis, broker] = await Promise.all([startRedis(), startMosquitto()]);
    const database = await open();
    const options = { database, redisUrl: redis.url, env: { MQTT_URL: broker.url } };
    servers = [await startTestServer(options), await startTestServer(options)];
    worlds = await Promise.all(servers.map((server) => ChainWorld.of(server)));
  });
  afterAll(async () => {
    await Promise.all(agents.map((agent) => agent.leave()));
    await Promise.all(servers.map((server) => server.stop()));
    await Promise.all([redis.stop(), broker.stop()]);
  });

  const server = (at: number) => servers[at] as TestServer;
  const world = (at: number) => worlds[at] as ChainWorld;
  const rows = () => (servers[0] as TestServer).app.get(ReadDatabase);
  const connect = async (lab: FurnishedLab) => {
    const door = { url: broker.url, username: '', password: '' };
    const agent = await ScriptedAgent.connect(door, lab.credentials);
    agents.push(agent);
    return agent;
  };
  const online = (at: number, labId: string) =>
    pollUntil(`the lab to be online for server ${at}`, async () => {
      const { body } = await world(at).admin.get<{ items: { id: string; agentOnline: boolean }[] }>(
        '/api/v1/labs',
      );
      return body.items.find(({ id }) => id === labId)?.agentOnline;
    });

  it('both know the lab, each job is printed once, and each event counts once', async () => {
    const lab = await world(0).makeLab();
    const agent = await connect(lab);
    await agent.join();
    await Promise.all([online(0, lab.labId), online(1, lab.labId)]);
    const jobs = [];
    for (const at of [0, 1, 0, 1])
      jobs.push(await world(at).submit(lab.labId, smallPart(`part ${jobs.length}`)));
    const printed: RunId[] = [];
    for (const _ of jobs) {
      const { runId } = await agent.take('assignment');
      printed.push(runId);
      await agent.report({ type: 'run.accepted', runId });
      await agent.report({ type: 'run.started', runId });
      await agent.report(ended(runId));
      // Said again, as after a lost acknowledgement: both hear it, and neither counts it.
      await agent.send(ended(runId), printed.length * 3);
      const at = printed.length % 2;
      await pollUntil('the bed', async () => {
        const { body } = await world(at).admin.get<{ bed: string }>(`/api/v1/machines/${lab.machineId}`);
        return body.bed === 'occupied';
      });
      await world(at).post(`/machines/${lab.machineId}/bed-clear`, {}, 200);
    }
    for (const { id } of jobs) await world(1).jobWhen(id, 'done');
    expect(new Set(printed).size).toBe(jobs.length);
    expect(await rows().of(Run).countBy({ labId: lab.labId })).toBe(jobs.length);
    for (const runId of printed) {
      expect(await rows().of(MaterialMovement).countBy({ runId })).toBe(1);
      expect((await rows().of(Transition).findBy({ runId })).map(({ to }) => to).sort()).toEqual([
        'accepted',
        'assigned',
        'done',
        'printing',
      ]);
    }
  });

  it('show a lab as online by its reports, also when one of them missed its hello', async () => {
    const lab = await world(0).makeLab();
    const agent = await connect(lab);
    await agent.join();
    agent.helloWhenAsked();
    await Promise.all([online(0, lab.labId), online(1, lab.labId)]);
    // As when its database is away at that moment.
    server(1)
      .app.get(PresenceBook)
      .leave(lab.labId as LabId);
    await agent.reportMachines(agent.epoch + 1, []);
    await pollUntil('it to be known again', async () => {
      // Each second, in life.
      await agent.reportMachines(agent.epoch, []);
      return server(1)
        .app.get(PresenceBook)
        .isOnline(lab.labId as LabId);
    });
  });

  it('welcome one of two computers that claim a new lab at the same time, and refuse the other', async () => {
    const lab = await world(0).makeLab();
    const claimants = await Promise.all([connect(lab), connect(lab)]);
    await Promise.all(claimants.map((agent) => agent.hello()));
    const agent = await pollUntil('an owner', () =>
      rows().of(Agent).findOneBy({ labId: lab.labId, epoch: 1 }),
    );
    const owner = claimants.find(({ instanceId }) => instanceId === agent.instanceId);
    const other = claimants.find((claimant) => claimant !== owner);
    const { body } = await (other as ScriptedAgent).hear('refused');
    expect(body).toMatchObject({
      instanceId: other?.instanceId,
      cause: { code: 'LAB.AGENT_IDENTITY_IN_USE' },
    });
    expect(agent.epoch).toBe(1);
  });
});
