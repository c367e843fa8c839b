import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { LabId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { readConfig } from '../../apps/agent/src/config';
import { enrol } from '../../apps/agent/src/enrolment';
import { EnrolmentCode } from '../../apps/server/src/labs/enrolment-code.entity';
import { UnitOfWork } from '../../apps/server/src/persistence/unit-of-work';
import { ChainWorld } from './fixtures/chain-world';
import { ScriptedAgent } from './fixtures/scripted-agent';

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
  /** As the agent starts: with what enrolment left, and nothing in the environment. */
  async function startAgent(dataDirectory: string): Promise<ScriptedAgent> {
    const { mqttUrl, labId, agentId, secret } = readConfig(
      { PANDAFAB_AGENT_DATA_DIR: dataDirectory },
      { takeOver: false },
    );
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
    await server.app.get(UnitOfWork).run((rows) => rows.update(EnrolmentCode, { labId }, expired));
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
    await before.hello();
    expect((await before.hear('refused')).body.cause.code).toBe('LAB.AGENT_IDENTITY_IN_USE');
    await expect(startAgent(old)).rejects.toThrow(/authori[sz]ed|password/i);
  });

  it('keeps an enrolment that is there, unless it is told to replace it', async () => {
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

  it('slows down whoever guesses, and is for administrators to allow', async () => {
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
});
