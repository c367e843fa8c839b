import { join } from 'node:path';
import type { Clock } from '@pandafab/shared';
import { pollUntil, type TestDatabase, temporaryDirectory } from '@pandafab/testing';
import { part } from '../agent-bench/bench-machine';
import { fastClock } from '../fixtures/fast-clock';
import { WholeLab } from '../fixtures/whole-lab';

const LONG = part(5000, 500);

/** The server's clock: it jumps ahead where a test says so. */
let ahead = 0;
const clock: Clock = { ...fastClock, now: () => fastClock.now() + ahead };

describe('an emergency stop that does not arrive', () => {
  let database: TestDatabase;
  let lab: WholeLab;

  beforeEach(async () => {
    const { path, remove } = await temporaryDirectory();
    const location = { sqliteFile: join(path, 'pandafab.sqlite') };
    database = { kind: 'SQLite', location, dataDirectory: path, drop: remove };
    lab = await WholeLab.start(database, clock);
  });
  afterEach(async () => {
    process.kill(lab.broker.pid, 'SIGCONT');
    await lab.stop();
    await database.drop();
  });

  const path = () => `/api/v1/machines/${lab.lab.machineId}/emergency-stop`;
  const overdue = () =>
    pollUntil('the wall to say so', async () => (await lab.look()).stopOnItsWay?.overdue === true);
  const arrived = () => pollUntil('the receipt', async () => (await lab.look()).stopOnItsWay === null);
  const state = (wanted: string) =>
    pollUntil(`the machine to be ${wanted}`, async () => (await lab.look()).live?.state === wanted);

  it('is kept while the agent is silent, shown and recorded, and stops the machine when it arrives', async () => {
    const machine = await lab.switchOn(100);
    const { id } = await lab.world.submit(lab.lab.labId, LONG, 'long.gcode');
    await pollUntil('filament', () => (machine.machine.record.filamentUm[0] ?? 0) > 0);
    process.kill(lab.broker.pid, 'SIGSTOP');
    expect((await lab.world.admin.post(path(), {})).status).toBe(202);
    expect((await lab.world.admin.post(path(), {})).status).toBe(202);
    ahead += 5_000;
    await overdue();
    ahead += 70_000;
    expect(machine.heard()).not.toContain('M112');
    process.kill(lab.broker.pid, 'SIGCONT');
    await pollUntil('the stop', () => machine.heard().includes('M112'));
    await state('halted');
    expect((await lab.world.jobWhen(id, 'stopped')).runs).toMatchObject([
      { state: 'failed', cause: { code: 'MACHINE.EMERGENCY_STOP' } },
    ]);
    await arrived();
    expect(machine.heard().match(/M112/g)).toHaveLength(1);
    const stops = (await lab.record()).filter((type) => type.startsWith('emergency-stop')).sort();
    expect(stops).toEqual([
      ...['emergency-stop', 'emergency-stop'],
      ...['emergency-stop-delivered', 'emergency-stop-undelivered'],
    ]);
    expect(await lab.audited('machine.stop-undelivered')).toHaveLength(1);
  });

  it('is done by an agent that was away, before anything else, and then nothing is begun on that machine', async () => {
    const machine = await lab.switchOn(1000);
    await state('ready');
    await lab.whileAgentStopped(async () => {
      expect((await lab.world.admin.post(path(), {})).body.code).toBe('LAB.AGENT_OFFLINE');
      const { id } = await lab.world.submit(lab.lab.labId, part(20), 'next.gcode');
      await lab.waitsFor({ id }, 'WAITS.STOP_ON_ITS_WAY');
      ahead += 5_000;
      await overdue();
    });
    await state('halted');
    expect(machine.machine.record.commandsAccepted).toBe(0);
    await arrived();
  });

  it('can be withdrawn, and then does nothing when the agent is back', async () => {
    const machine = await lab.switchOn(1000);
    const job = await lab.whileAgentStopped(async () => {
      await lab.world.admin.post(path(), {});
      ahead += 5_000;
      await overdue();
      for (const _ of [1, 2]) expect((await lab.world.admin.request('DELETE', path())).status).toBe(204);
      return lab.world.submit(lab.lab.labId, part(20), 'next.gcode');
    });
    await lab.world.jobWhen(job.id, 'done');
    expect(machine.heard()).not.toContain('M112');
    const stops = (await lab.record()).filter((type) => type.startsWith('emergency-stop'));
    expect(stops).toEqual(['emergency-stop-withdrawn', 'emergency-stop-undelivered', 'emergency-stop']);
  });
});
