import { type LabId, type MachineId, systemClock } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil, startTestServer, type TestServer } from '@pandafab/testing';
import { pino } from 'pino';
import { Agent } from '../../../apps/agent/src/agent';
import { EmbeddedBroker } from '../../../apps/server/src/network/link/embedded-broker';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { type FileRefusal, StoredFile } from '../../../apps/server/src/production/files/file.entity';
import { startTcpMachine, type TcpMachine } from '../agent-bench/bench-machine';
import { ChainWorld, type FurnishedLab, partWithLine } from '../fixtures/chain-world';
import type { AgentCredentials } from '../fixtures/scripted-agent';

/** Server, agent and machine, all real, and a file whose danger the server does not find. */
describeOnBothDatabases('a firmware update that slips past the server', (open) => {
  let server: TestServer;
  let world: ChainWorld;
  let machine: TcpMachine;
  let agent: Agent;
  let lab: FurnishedLab;

  beforeAll(async () => {
    const database = await open();
    server = await startTestServer({ database });
    world = await ChainWorld.of(server);
    machine = await startTcpMachine(200);
    lab = await world.makeLab();
    await connect(lab.machineId);
    agent = await startAgent(lab.labId, lab.credentials, `${database.dataDirectory}/agent`);
  });
  afterAll(async () => {
    await agent.stop();
    await server.stop();
    await machine.stop();
  });

  const connect = (id: MachineId) =>
    world.admin.request('PATCH', `/api/v1/machines/${id}`, { body: { address: machine.address } });

  const startAgent = (labId: LabId, credentials: AgentCredentials, dataDirectory: string) =>
    Agent.start({
      clock: systemClock,
      log: pino({ level: 'silent' }),
      version: '0.1.0',
      onRefused: () => {},
      config: {
        serverUrl: server.url,
        mqttUrl: `mqtt://127.0.0.1:${server.app.get(EmbeddedBroker).port}`,
        ...{ labId, agentId: credentials.agentId as never, secret: credentials.secret, dataDirectory },
        ...{
          secretIsEnrolled: false,
          healthPort: undefined,
          cacheBytes: 1e9,
          takeOver: false,
          onStop: 'park' as const,
          announce: undefined,
        },
        log: { level: 'silent', pretty: false },
      },
    });

  /** The server is made to believe that its analysis found nothing. */
  async function blind(sha256: string): Promise<void> {
    const { analysis } = await server.app.get(ReadDatabase).of(StoredFile).findOneByOrFail({ sha256 });
    const facts = analysis?.guard;
    if (!analysis || !facts) throw new Error('the file was read, and refused for what was found');
    const commands = facts.commands.filter(({ rule }) => rule !== 'M997');
    const changes = {
      state: 'analysed',
      refusal: null as FileRefusal | null,
      analysis: { ...analysis, guard: { ...facts, commands } },
    };
    await server.app
      .get(UnitOfWork)
      .run(({ manager }) => manager.update(StoredFile, { sha256 }, changes as object));
  }

  it('is stopped at its line by the agent: the machine never gets it, and the maker reads why', async () => {
    const content = partWithLine('M104 S200', 20).replace('G28\n', 'G28\nM140 S60\n');
    const worm = content.split('\n').toSpliced(1233, 1, 'm0997 ; update').join('\n');
    const refused = await world.submit(lab.labId, worm);
    await world.jobWhen(refused.id, 'refused');
    await blind(refused.fileSha256);
    const slipped = await world.submit(lab.labId, worm);
    expect(slipped.state).toBe('queued');
    await world.jobWhen(slipped.id, 'stopped');
    const [run] = (await world.job(slipped.id, 'fr')).runs;
    expect(run).toMatchObject({ state: 'failed', cause: { code: 'GUARD.FIRMWARE' } });
    expect(run?.cause?.what).toMatch(/^Ligne 1234\s: m0997 remplace ou redémarre le micrologiciel/);
    expect((await world.job(slipped.id, 'en')).runs[0]?.cause?.what).toMatch(/^Line 1234: m0997 replaces/);
    expect(machine.heard()).toContain('M104 S200');
    expect(machine.heard()).not.toMatch(/M0*997/i);
    await pollUntil('the heaters to be off', () => {
      const { nozzles, bed } = machine.machine.record;
      return nozzles[0]?.target === 0 && bed.target === 0;
    });
  });
});
