import { join } from 'node:path';
import {
  type Child,
  type HttpClient,
  pollUntil,
  startChild,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { EmbeddedBroker } from '../../../apps/server/src/network/link/embedded-broker';
import { part, startTcpMachine, type TcpMachine } from '../agent-bench/bench-machine';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';

const MAIN = join(__dirname, '../../../dist/apps/agent/src/main.js');
/** At 100 times its speed this takes half a minute: nothing of it ends by itself. */
const LONG = part(5000, 500);

interface MachineView {
  readonly live: {
    readonly heatersUnknown: boolean;
    readonly needsPerson: { readonly kind: string } | null;
  } | null;
}

describe('an agent process that is killed during a print', () => {
  let server: TestServer;
  let manager: HttpClient;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let directory: TemporaryDirectory;
  let data: TemporaryDirectory;
  let machine: TcpMachine;
  let agent: Child | undefined;

  beforeAll(async () => {
    directory = await temporaryDirectory();
    const { path } = directory;
    const location = { sqliteFile: join(path, 'pandafab.sqlite') };
    server = await startTestServer({
      database: { kind: 'SQLite', location, dataDirectory: path, drop: directory.remove },
    });
    world = await ChainWorld.of(server);
    manager = (await server.accountWith('manager')).client;
  });
  afterAll(async () => {
    await server.stop();
    await directory.remove();
  });
  beforeEach(async () => {
    data = await temporaryDirectory();
    machine = await startTcpMachine(100);
    lab = await world.makeLab();
    await world.admin.request('PATCH', `/api/v1/machines/${lab.machineId}`, {
      body: { address: machine.address },
    });
  });
  afterEach(async () => {
    await agent?.stop();
    await machine.stop();
    await data.remove();
  });

  const startAgent = async () => {
    const { PATH, HOME } = process.env;
    const env = {
      ...{ PATH, HOME, LOG_LEVEL: 'info', LOG_PRETTY: 'false' },
      PANDAFAB_SERVER_URL: server.url,
      PANDAFAB_MQTT_URL: `mqtt://127.0.0.1:${server.app.get(EmbeddedBroker).port}`,
      PANDAFAB_LAB_ID: lab.labId,
      PANDAFAB_AGENT_ID: lab.credentials.agentId,
      PANDAFAB_AGENT_SECRET: lab.credentials.secret,
      PANDAFAB_AGENT_DATA_DIR: data.path,
    };
    agent = await startChild(process.execPath, [MAIN], { env });
    return agent;
  };
  const target = () => machine.machine.record.nozzles[0]?.target ?? 0;
  const live = async () => (await manager.get<MachineView>(`/api/v1/machines/${lab.machineId}`)).body.live;

  it('leaves a transcript for managers, and heaters that are off as soon as the machine answers', async () => {
    const first = await startAgent();
    const { id } = await world.submit(lab.labId, LONG, 'long.gcode');
    await pollUntil('filament', () => (machine.machine.record.filamentUm[0] ?? 0) > 10_000);
    await first.stop('SIGKILL');
    expect(target()).toBe(205);
    const { port } = machine;
    await machine.stop();

    await startAgent();
    const doubt = await pollUntil('a call for help', async () => {
      const now = await live();
      return now?.needsPerson?.kind === 'heaters-unknown' ? now : undefined;
    });
    expect(doubt).toMatchObject({ heatersUnknown: true });
    const { runs } = await world.jobWhen(id, 'stopped');
    expect(runs).toMatchObject([{ state: 'interrupted', cause: { code: 'LAB.AGENT_RESTARTED' } }]);

    machine = await startTcpMachine(100, port);
    machine.turnKnob('M104 S205');
    machine.turnKnob('M140 S60');
    await pollUntil('the all-clear', async () => (await live())?.heatersUnknown === false);
    const { nozzles, bed } = machine.machine.record;
    expect([nozzles[0]?.target, bed.target]).toEqual([0, 0]);
    expect((await live())?.needsPerson).toBeNull();

    const recorded = async () => {
      const path = `/api/v1/machines/${lab.machineId}/events`;
      const { body } = await manager.get<{ items: { type: string }[] }>(path);
      return body.items.map(({ type }) => type).join(' ');
    };
    await pollUntil('the record', async () => (await recorded()) === 'heaters-off heaters-unknown');

    const transcript = await pollUntil('the transcript', async () => {
      const answer = await manager.get(`/api/v1/runs/${runs[0]?.id}/transcript`);
      return answer.status === 200 ? answer.text : undefined;
    });
    expect(transcript).toMatch(/ > N3 M109 S205\*\d+\n/);
    expect(transcript).toMatch(/\n# Kept until \d{4}-.*\n# Gardé jusqu’au .*\n$/);
  });
});
