import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type LabId, systemClock } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  pollUntil,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { pino } from 'pino';
import { Agent } from '../../../apps/agent/src/agent';
import { AgentSecret } from '../../../apps/agent/src/agent-secret';
import { type AgentConfig, readConfig } from '../../../apps/agent/src/config';
import { enrol } from '../../../apps/agent/src/enrolment';
import { EnrolmentCode } from '../../../apps/server/src/network/agents/enrolment-code.entity';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, smallPart } from '../fixtures/chain-world';
import { ScriptedAgent } from '../fixtures/scripted-agent';

describeOnBothDatabases('enrolling a lab’s computer', (open) => {
  let server: TestServer;
  let world: ChainWorld;
  let scratch: TemporaryDirectory;
  let computers = 0;
  const agents: ScriptedAgent[] = [];

  beforeAll(async () => {
    scratch = await temporaryDirectory();
    server = await startTestServer({ database: await open() });
    world = await ChainWorld.of(server);
  });
  afterAll(async () => {
    await Promise.all(agents.map((agent) => agent.leave()));
    await server.stop();
    await scratch.remove();
  });

  const makeLab = async () => (await world.post<{ id: LabId }>('/labs', { name: 'Fontaine d’Ouche' })).id;
  const codeFor = async (labId: LabId) =>
    (await world.post<{ code: string }>(`/labs/${labId}/enrolment-codes`, {})).code;
  const newComputer = () => {
    computers += 1;
    return join(scratch.path, String(computers));
  };
  const enrolIn = (dataDirectory: string, code: string, replace = false) =>
    enrol({ code, serverUrl: server.url, dataDirectory, replace });
  /** As the agent starts: with the files of the enrolment, and nothing in the environment. */
  async function startAgent(dataDirectory: string): Promise<ScriptedAgent> {
    return connectWith(readConfig({ PANDAFAB_AGENT_DATA_DIR: dataDirectory }, { takeOver: false }));
  }
  async function connectWith({ mqttUrl, labId, agentId, secret }: AgentConfig): Promise<ScriptedAgent> {
    const door = { url: mqttUrl, username: `agent/${agentId}`, password: secret };
    const agent = await ScriptedAgent.connect(door, { labId, agentId, secret });
    agents.push(agent);
    return agent;
  }

  it('gives it the lab’s identity by a code, kept where only its user can read it', async () => {
    const computer = newComputer();
    const code = await codeFor(await makeLab());
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const path = await enrolIn(computer, code.toLowerCase().replaceAll('-', ' '));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const agent = await startAgent(computer);
    await agent.join();
    expect(agent.epoch).toBe(1);
  });

  it('takes a code once, and none that was replaced or made up', async () => {
    const labId = await makeLab();
    const replaced = await codeFor(labId);
    const code = await codeFor(labId);
    const invalid = { code: 'LAB.ENROLMENT_CODE_INVALID' };
    await expect(enrolIn(newComputer(), replaced)).rejects.toMatchObject(invalid);
    const rivals = await Promise.allSettled([enrolIn(newComputer(), code), enrolIn(newComputer(), code)]);
    expect(rivals.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(enrolIn(newComputer(), 'AAAA-BBBB-CCCC')).rejects.toMatchObject(invalid);
  });

  it('takes no code that is older than a day', async () => {
    const labId = await makeLab();
    const code = await codeFor(labId);
    const expired = { expiresAt: Date.now() - 1 };
    await server.app
      .get(UnitOfWork)
      .run(({ manager: rows }) => rows.update(EnrolmentCode, { labId }, expired));
    const refused = enrolIn(newComputer(), code);
    await expect(refused).rejects.toMatchObject({ code: 'LAB.ENROLMENT_CODE_INVALID' });
  });

  it('lets a new computer take over once, and shuts the old one out', async () => {
    const labId = await makeLab();
    const [old, young] = [newComputer(), newComputer()];
    await enrolIn(old, await codeFor(labId));
    const before = await startAgent(old);
    await before.join();
    await enrolIn(young, await codeFor(labId));
    const after = await startAgent(young);
    await after.join();
    expect(after.epoch).toBe(2);
    await expect(startAgent(old)).rejects.toThrow(/authori[sz]ed|password/i);
    expect(before.isConnected).toBe(false);
  });

  it('lets no hello of the old computer use up the right of the new one', async () => {
    const labId = await makeLab();
    const [old, young] = [newComputer(), newComputer()];
    await enrolIn(old, await codeFor(labId));
    const before = await startAgent(old);
    await before.join();
    await enrolIn(young, await codeFor(labId));
    const after = await startAgent(young);
    // As with a broker that did not disconnect the old one, or a message that was long under way.
    await after.sayAs(before);
    expect((await after.hear('refused')).body).toMatchObject({
      instanceId: before.instanceId,
      cause: { code: 'LAB.SECRET_REFUSED' },
    });
    await after.join();
    expect(after.epoch).toBe(2);
  });

  it('lets its agent change its secret by itself, and disconnects a client with the old one', async () => {
    const labId = await makeLab();
    const computer = newComputer();
    await enrolIn(computer, await codeFor(labId));
    const thief = await startAgent(computer);
    const config = readConfig({ PANDAFAB_AGENT_DATA_DIR: computer }, { takeOver: false });
    const agent = await Agent.start({
      ...{
        config,
        clock: systemClock,
        log: pino({ level: 'silent' }),
        version: '0.1.0',
        onRefused: () => {},
      },
    });
    const online = () => world.admin.get<{ items: { id: string; agentOnline: boolean }[] }>('/api/v1/labs');
    const isOnline = async () => (await online()).body.items.find(({ id }) => id === labId)?.agentOnline;
    await pollUntil('the agent to be there', isOnline);
    await world.post(`/labs/${labId}/agent/secret-renewal`, {}, 202);
    await pollUntil('the thief to be cut off', () => !thief.isConnected);
    await expect(connectWith(config)).rejects.toThrow(/authori[sz]ed|password/i);
    await pollUntil('the agent to be back', isOnline);
    await agent.stop();
    await (await startAgent(computer)).leave();
  });

  it('keeps the old secret good until the new one is used', async () => {
    const labId = await makeLab();
    const computer = newComputer();
    await enrolIn(computer, await codeFor(labId));
    const config = readConfig({ PANDAFAB_AGENT_DATA_DIR: computer }, { takeOver: false });
    const basic = `Basic ${Buffer.from(`${config.agentId}:${config.secret}`).toString('base64')}`;
    const asked = await server.anonymous().post<{ secret: string }>('/api/agent/secret', undefined, {
      headers: { authorization: basic },
    });
    expect(asked.status).toBe(200);
    // The power went before the agent kept it: it starts with the old one, and asks again.
    await (await connectWith(config)).leave();
    const next = { ...config, secret: asked.body.secret };
    await (await connectWith(next)).leave();
    await expect(connectWith(config)).rejects.toThrow(/authori[sz]ed|password/i);
  });

  it('reports that its secret was set by hand and cannot be renewed', async () => {
    const labId = await makeLab();
    const computer = newComputer();
    await enrolIn(computer, await codeFor(labId));
    const enrolled = readConfig({ PANDAFAB_AGENT_DATA_DIR: computer }, { takeOver: false });
    const env = { PANDAFAB_AGENT_DATA_DIR: computer, PANDAFAB_AGENT_SECRET: enrolled.secret };
    const secret = new AgentSecret(readConfig(env, { takeOver: false }));
    await expect(secret.renew(() => {})).rejects.toMatchObject({ code: 'LAB.SECRET_SET_BY_HAND' });
  });

  it('refuses an agent when it is revoked, until another code is used', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    agents.push(agent);
    const job = await world.submit(lab.labId, smallPart());
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    const revoked = await world.admin.request('DELETE', `/api/v1/labs/${lab.labId}/agent`);
    expect(revoked.status).toBe(204);
    await pollUntil('it to be cut off', () => !agent.isConnected);
    expect((await world.jobWhen(job.id, 'stopped')).runs[0]).toMatchObject({ state: 'interrupted' });
    await expect(world.joinAgent(lab)).rejects.toThrow(/authori[sz]ed|password/i);
    const computer = newComputer();
    await enrolIn(computer, await codeFor(lab.labId));
    const newcomer = await startAgent(computer);
    await newcomer.join();
    expect(newcomer.epoch).toBe(3);
  });

  it('leaves renewing and revoking to administrators', async () => {
    const { client } = await server.accountWith('manager');
    const labId = await makeLab();
    expect((await client.post(`/api/v1/labs/${labId}/agent/secret-renewal`)).status).toBe(403);
    expect((await client.delete(`/api/v1/labs/${labId}/agent`)).status).toBe(403);
    const { admin } = world;
    expect((await admin.post(`/api/v1/labs/${labId}/agent/secret-renewal`)).body).toMatchObject({
      code: 'LAB.AGENT_OFFLINE',
    });
  });

  it('keeps an existing enrolment, unless --replace is given', async () => {
    const computer = newComputer();
    await enrolIn(computer, await codeFor(await makeLab()));
    const code = await codeFor(await makeLab());
    await expect(enrolIn(computer, code)).rejects.toMatchObject({ code: 'LAB.ALREADY_ENROLLED' });
    await enrolIn(computer, code, true);
  });

  it('says that the server does not answer, and leaves nothing behind', async () => {
    const computer = newComputer();
    const away = {
      code: 'AAAA-BBBB-CCCC',
      serverUrl: 'http://127.0.0.1:9',
      dataDirectory: computer,
      replace: false,
    };
    await expect(enrol(away)).rejects.toMatchObject({ code: 'LAB.SERVER_UNREACHABLE' });
    expect(() => statSync(join(computer, 'enrolment.json.new'))).toThrow(/ENOENT/);
  });

  it('slows down a client that guesses, and is for administrators to allow', async () => {
    const guess = () => server.anonymous().post('/api/v1/enrol', { code: 'AAAA-BBBB-DDDD' });
    const answers = [];
    for (let at = 0; at < 12; at += 1) answers.push((await guess()).status);
    expect(answers.at(-1)).toBe(429);
    const slowed = enrolIn(newComputer(), 'AAAA-BBBB-DDDD');
    await expect(slowed).rejects.toMatchObject({
      code: 'AUTH.TOO_MANY_ATTEMPTS',
      details: { minutes: expect.any(Number) },
    });
    const { client } = await server.accountWith('manager');
    expect((await client.post(`/api/v1/labs/${await makeLab()}/enrolment-codes`)).status).toBe(403);
  });

  it('is distinct from a computer that is away: a lab has none before its first hello, and after it was revoked', async () => {
    const lab = await world.makeLab();
    const seen = async () => {
      const { body } = await world.admin.get<{ items: { id: string; hasComputer: boolean }[] }>(
        '/api/v1/labs',
      );
      return body.items.find(({ id }) => id === lab.labId)?.hasComputer;
    };
    expect(await seen()).toBe(false);
    const agent = await world.joinAgent(lab);
    expect(await seen()).toBe(true);
    await agent.leave();
    expect(await seen()).toBe(true);
    await world.admin.delete(`/api/v1/labs/${lab.labId}/agent`);
    expect(await seen()).toBe(false);
  });
});
