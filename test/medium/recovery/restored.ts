import { describeOnBothDatabases, pollUntil, type TestDatabase } from '@pandafab/testing';
import { part } from '../agent-bench/bench-machine';
import { type Backup, backUp } from '../fixtures/backup';
import { WholeLab } from '../fixtures/whole-lab';

/** At 100 times its speed: some seconds, in which a server is stopped and started again. */
const SLOW = part(900, 500);
/** Its end is never waited for. */
const ENDLESS = part(20_000, 500);
const QUICK = part(20);

describeOnBothDatabases('a server whose database is put back', (open) => {
  let database: TestDatabase;
  let lab: WholeLab;
  let backup: Backup;

  beforeEach(async () => {
    database = await open();
    lab = await WholeLab.start(database);
  });
  afterEach(async () => {
    await lab.stop();
    await backup.drop();
  });
  const takeBackup = () =>
    lab.whileServerStopped(async () => {
      backup = await backUp(database);
    });

  it('prints nothing by itself, applies the lab’s later events, and continues once a person has looked', async () => {
    const queued = await lab.world.submit(lab.lab.labId, QUICK, 'queued.gcode');
    await lab.world.jobWhen(queued.id, 'queued');
    await takeBackup();
    const machine = await lab.switchOn(100);
    await lab.world.jobWhen(queued.id, 'done');
    await lab.clearBed();
    const unknown = await lab.world.submit(lab.lab.labId, SLOW, 'unknown.gcode');
    const { runs } = await lab.world.jobWhen(unknown.id, 'running');
    await pollUntil('a print', async () => (await lab.world.job(unknown.id)).runs[0]?.state === 'printing');
    await lab.whileServerStopped(() => backup.restore());

    const held = await lab.when('held', (each) => each.held !== null);
    expect(held.held?.because).toBe('LAB.SERVER_RESTORED');
    await lab.waitsFor(queued, 'WAITS.LAB_HELD');
    expect((await lab.look()).bed).toBe('occupied');
    expect(await lab.audited('lab.held')).toHaveLength(1);
    // The print that this database does not know ends, and is on record with the filament that it used.
    const end = await pollUntil('its end on record', async () =>
      (await lab.audited('run.unknown')).find(({ after }) => after?.event === 'run.ended'),
    );
    expect(end.after).toMatchObject({ runId: runs[0]?.id, outcome: 'done', filamentUm: [90_000] });
    expect(await lab.record()).toContain('unknown-run');
    expect(await lab.world.job(queued.id)).toMatchObject({ state: 'queued', runs: [] });
    const { commandsAccepted } = machine.machine.record;

    const late = await lab.world.admin.request('POST', `/api/v1/labs/${lab.lab.labId}/release`, {
      body: { since: new Date(0).toISOString() },
    });
    expect([late.status, late.body.code]).toEqual([409, 'LAB.HOLD_CHANGED']);
    await lab.lookAndLetGo(held);
    await lab.world.jobWhen(queued.id, 'done');
    expect((await lab.when('let go', (each) => each.held === null)).agentOnline).toBe(true);
    expect(machine.machine.record.commandsAccepted).toBe(commandsAccepted + 25);
    expect(await lab.audited('lab.released')).toHaveLength(1);
  });

  it('books the filament of a run from before the backup, though it counts as interrupted, and its bed is not clear', async () => {
    const machine = await lab.switchOn(50);
    const { id } = await lab.world.submit(lab.lab.labId, ENDLESS, 'slow.gcode');
    await pollUntil('a print', async () => (await lab.world.job(id)).runs[0]?.state === 'printing');
    await takeBackup();
    await pollUntil('filament', () => (machine.machine.record.filamentUm[0] ?? 0) > 0);
    const runId = (await lab.world.job(id)).runs[0]?.id;
    // A server that has just started may still answer 503.
    await pollUntil('a pause that is taken', async () => {
      const pause = await lab.world.admin.post(`/api/v1/runs/${runId}/command`, { action: 'pause' });
      return pause.status === 202;
    });
    await pollUntil('a pause', async () => (await lab.world.job(id)).runs[0]?.state === 'paused');
    await lab.whileServerStopped(() => backup.restore());

    const held = await lab.when('held', (each) => each.held !== null);
    expect((await lab.world.jobWhen(id, 'stopped')).runs).toMatchObject([
      { state: 'interrupted', cause: { code: 'LAB.SERVER_RESTORED' }, filamentUm: [] },
    ]);
    await lab.lookAndLetGo(held);
    const next = await lab.world.submit(lab.lab.labId, QUICK, 'next.gcode');
    await lab.waitsFor(next, 'WAITS.MACHINE_BUSY');
    expect((await lab.look()).bed).toBe('clear');

    await lab.whileAgentStopped(async () => {});
    const job = await pollUntil('its figures', async () => {
      const now = await lab.world.job(id);
      return (now.runs[0]?.filamentUm.length ?? 0) > 0 ? now : undefined;
    });
    const [used = 0] = machine.machine.record.filamentUm;
    expect(job.runs).toMatchObject([{ state: 'interrupted', filamentUm: [used] }]);
    expect(await lab.look()).toMatchObject({ bed: 'occupied', bedRunId: runId });
    const ledger = `/api/v1/spools/${lab.lab.spoolId}/movements`;
    const { body } = await lab.world.admin.get<{ items: { kind: string }[] }>(ledger);
    expect(body.items.map(({ kind }) => kind)).toEqual(['receipt', 'print']);
    expect((await lab.world.job(next.id)).runs).toEqual([]);
  });
});
