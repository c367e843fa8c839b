import { type HttpClient, pollUntil, type TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';
import type { ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const SAID = 'N7 G1 X10 E0.4*92';
const LINES = [`  0.100 > ${SAID}`, '  0.104 < ok'];

describeOnSharedServers('the console of a machine', (shared) => {
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
  afterAll(async () => {
    await agent.leave();
  });

  const path = ({ machineId }: FurnishedLab = lab) => `/api/v1/machines/${machineId}/console`;
  const read = (client = manager) => client.get<{ lines: string[] | null; code?: string }>(path());
  const tell = (console?: readonly string[]) =>
    agent.reportMachines(agent.epoch, [
      {
        ...{ machineId: lab.machineId, state: 'printing', firmware: 'Marlin', readings: [] },
        ...{ heatersUnknown: false, needsPerson: null, run: null },
        ...(console && { console }),
      },
    ]);
  /** Agents tell each second; here as often as it is looked for. */
  const readTold = (client = manager) =>
    pollUntil('the lines', async () => {
      await tell(LINES);
      return (await read(client)).body.lines ?? undefined;
    });

  it('is requested from the agent, for a limited time, and shown to the lab’s staff', async () => {
    const first = await read();
    expect([first.status, first.body]).toEqual([200, { lines: null }]);
    const { expiresAt, body } = await agent.hear('watch');
    expect([typeof expiresAt, body]).toEqual(['string', { epoch: agent.epoch, machineId: lab.machineId }]);
    expect(await readTold()).toEqual(LINES);
    expect(await readTold(world.admin)).toEqual(LINES);
  });

  it('is empty for an agent that does not send it', async () => {
    await readTold();
    await tell();
    await pollUntil('no lines', async () => (await read()).body.lines === null);
  });

  it('is refused to all others: makers, trainers and billing, and so are other labs’ managers', async () => {
    const other = await world.makeLab();
    for (const role of ['maker', 'trainer', 'billing'] as const) {
      const refused = await read((await server.accountWith(role)).client);
      expect([role, refused.status, refused.body.code]).toEqual([role, 403, 'AUTH.FORBIDDEN']);
    }
    const elsewhere = await server.accountWith({ role: 'manager', labId: other.labId });
    const refused = await read(elsewhere.client);
    expect([refused.status, refused.body.code]).toEqual([403, 'AUTH.OTHER_LAB']);
    expect((await read(server.anonymous())).status).toBe(401);
  });

  it('is in no view of machines and not in the live stream, not even for staff', async () => {
    const maker = (await server.accountWith('maker')).client;
    await readTold();
    for (const client of [maker, manager]) {
      const machine = await client.get(`/api/v1/machines/${lab.machineId}`);
      expect(machine.body).toMatchObject({ live: { state: 'printing' } });
      const list = await client.get(`/api/v1/labs/${lab.labId}/machines`);
      const live = await snapshot(client);
      expect(live).toContain('"printing"');
      for (const text of [machine.text, list.text, live]) expect(text).not.toMatch(/console|G1 X10/);
    }
  });

  it('needs a machine that exists, and its agent online', async () => {
    const away = await world.makeLab();
    const offline = await world.admin.get(path(away));
    expect([offline.status, offline.body.code]).toEqual([503, 'LAB.AGENT_OFFLINE']);
    const unknown = await world.admin.get('/api/v1/machines/01a20d8a-8d61-7bac-b1f5-c480d5ba57b1/console');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'MACHINE.UNKNOWN']);
  });

  /** What a page that opens now is shown first. */
  async function snapshot({ token }: HttpClient): Promise<string> {
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${server.url}/api/v1/labs/${lab.labId}/live`, {
      headers,
      signal: abort.signal,
    });
    let text = '';
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      if (/event: snapshot\ndata: .*\n\n/.test(text)) break;
    }
    abort.abort();
    return text;
  }
});
