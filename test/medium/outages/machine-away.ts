import type { LabEvent } from '@pandafab/lab-link';
import {
  pollUntil,
  startTestServer,
  type TestDatabase,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { Agent } from '../../../apps/server/src/network/agents/agent.entity';
import { EmbeddedBroker } from '../../../apps/server/src/network/link/embedded-broker';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { part, startTcpMachine } from '../agent-bench/bench-machine';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';
import { embeddedDoor, ended, readyMachine, ScriptedAgent } from '../fixtures/scripted-agent';
import { WholeLab } from '../fixtures/whole-lab';

let database: TestDatabase;
describe('a machine that is away', () => {
  beforeEach(async () => {
    const { path, remove } = await temporaryDirectory();
    const location = { sqliteFile: `${path}/pandafab.sqlite` };
    database = { kind: 'SQLite', location, dataDirectory: path, drop: remove };
  });
  afterEach(() => database.drop());

  describe('a machine that is unplugged', () => {
    it('is given nothing while another is free, says why in both languages, and is given jobs when it is back', async () => {
      const lab = await WholeLab.start(database);
      const other = await startTcpMachine(1000);
      const { id: otherId } = await lab.world.addMachine(lab.lab.labId, {
        name: 'B',
        address: other.address,
      });
      const spoolId = await lab.world.addSpool(lab.lab.labId, 'S2');
      await lab.world.put(`/machines/${otherId}/spool`, { spoolId });

      const first = await lab.world.submit(lab.lab.labId, part(20), 'first.gcode');
      expect((await lab.world.jobWhen(first.id, 'done')).runs).toMatchObject([{ machineId: otherId }]);
      const second = await lab.world.submit(lab.lab.labId, part(20), 'second.gcode');
      await lab.waitsFor(second, 'WAITS.MACHINE_DISCONNECTED');
      const reasons = async (language: string) =>
        (await lab.world.job(second.id, language)).waiting
          ?.find(({ machineId }) => machineId === lab.lab.machineId)
          ?.reasons.map(({ what }) => what);
      expect(await reasons('en')).toEqual(['The machine does not answer the lab’s computer.']);
      expect(await reasons('fr')).toEqual(['La machine ne répond pas à l’ordinateur du lab.']);

      await lab.switchOn(1000);
      expect((await lab.world.jobWhen(second.id, 'done')).runs).toMatchObject([
        { machineId: lab.lab.machineId },
      ]);
      await lab.stop();
      await other.stop();
    });
  });

  describe('a lab of which little is known', () => {
    let server: TestServer;
    let world: ChainWorld;
    let lab: FurnishedLab;
    let agent: ScriptedAgent;

    beforeEach(async () => {
      server = await startTestServer({ database });
      world = await ChainWorld.of(server);
      lab = await world.makeLab();
      const port = server.app.get(EmbeddedBroker).port ?? 0;
      agent = await ScriptedAgent.connect(embeddedDoor(port, lab.credentials), lab.credentials);
    });
    afterEach(async () => {
      await agent.leave();
      await server.stop();
    });

    const reasonsOf = async (id: string) =>
      (await world.job(id)).waiting?.flatMap(({ reasons }) => reasons.map(({ code }) => code)).join();
    const waitsFor = (id: string, code: string) =>
      pollUntil(`${code} to be why it waits`, async () => (await reasonsOf(id)) === code);

    it('gets no job before its agent has reported its machines', async () => {
      await agent.hello();
      agent.epoch = (await agent.hear('welcome')).body.epoch;
      const { id } = await world.submit(lab.labId, smallPart());
      await waitsFor(id, 'WAITS.MACHINE_NOT_REPORTED');
      for (const [changes, code] of [
        [{ state: 'connecting' }, 'WAITS.MACHINE_DISCONNECTED'],
        [{ state: 'halted' }, 'WAITS.MACHINE_HALTED'],
        [{ heatersUnknown: true }, 'WAITS.HEATERS_UNKNOWN'],
      ] as const) {
        await agent.reportMachines(agent.epoch, [readyMachine(lab.machineId, changes)]);
        await waitsFor(id, code);
      }
      await agent.reportReady([lab]);
      expect((await agent.take('assignment')).machineId).toBe(lab.machineId);
    });

    it('gets the machine list again when its agent never reports a machine: the message was lost', async () => {
      await agent.join();
      const { id } = await world.addMachine(lab.labId, { name: 'B' });
      await agent.hear('machines');
      // It had not arrived.
      await agent.reportReady([lab]);
      const again = await agent.hear('machines');
      expect(again.body.machines.map(({ machineId }) => machineId)).toContain(id);
    });

    const unbegun = (runId: string, changes: object = {}): LabEvent =>
      ended(runId, {
        outcome: 'failed',
        cause: { code: 'MACHINE.NOT_READY', details: { state: 'disconnected' } },
        ...{ linesSent: 0, linesAcknowledged: 0, resends: 0, filamentUm: [], commandsSha256: null },
        ...changes,
      });

    it('returns a job to the queue when its run certainly sent nothing, but not endlessly', async () => {
      await agent.join();
      const { id } = await world.submit(lab.labId, smallPart());
      for (let attempt = 1; attempt <= 4; attempt++) {
        const { runId } = await agent.take('assignment');
        await agent.report({ type: 'run.accepted', runId });
        await agent.report(unbegun(runId));
      }
      const { runs, history } = await world.jobWhen(id, 'stopped');
      expect(runs.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed', 'failed']);
      expect(history.filter(({ event }) => event === 'returned')).toMatchObject([
        ...[1, 2, 3].map(() => ({ from: 'running', to: 'queued', actor: 'agent' })),
      ]);
      const machine = await world.admin.get<{ bed: string }>(`/api/v1/machines/${lab.machineId}`);
      expect(machine.body.bed).toBe('clear');
    });

    it.each([
      ['that may have sent something', { exact: false }],
      ['that the guard stopped', { cause: { code: 'GUARD.POWER', details: {} } }],
    ])('does not give a job back of a run %s', async (_which, changes) => {
      await agent.join();
      const { id } = await world.submit(lab.labId, smallPart());
      const { runId } = await agent.take('assignment');
      await agent.report({ type: 'run.accepted', runId });
      await agent.report(unbegun(runId, changes));
      expect((await world.jobWhen(id, 'stopped')).runs).toHaveLength(1);
    });

    it('does not return a job to the queue whose cancellation was requested', async () => {
      await agent.join();
      const { id } = await world.submit(lab.labId, smallPart());
      const { runId } = await agent.take('assignment');
      await world.post(`/jobs/${id}/cancel`, {}, 202);
      await agent.report({ type: 'run.accepted', runId });
      await agent.report(unbegun(runId));
      expect((await world.jobWhen(id, 'stopped')).runs).toHaveLength(1);
    });

    it('of an older agent, which cannot report its journal, is held when its events have a gap', async () => {
      await agent.join();
      await agent.report({ type: 'machine.heaters', machineId: lab.machineId, state: 'unknown' });
      await agent.report({ type: 'machine.heaters', machineId: lab.machineId, state: 'off' });
      // The server's database is restored: it knows neither.
      await server.app
        .get(UnitOfWork)
        .run(({ manager }) =>
          manager.update(Agent, { labId: lab.labId }, { appliedSequence: 0, appliedEventId: null }),
        );
      agent.helloWhenAsked();
      await agent.hello();
      await agent.hear('welcome');
      await agent.send({ type: 'machine.heaters', machineId: lab.machineId, state: 'unknown' });
      await pollUntil('an epoch of its own', () => agent.epoch === 2);
      const { body } = await world.admin.get<{ items: { held: { because: string } | null }[] }>(
        '/api/v1/labs',
      );
      expect(body.items.map(({ held }) => held?.because)).toEqual(['LAB.SERVER_RESTORED']);
    });
  });
});
