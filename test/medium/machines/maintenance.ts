import type { HttpClient, TestServer } from '@pandafab/testing';
import { plannedMaintenance } from '../../../apps/server/src/network/maintenance/planned-maintenance';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { ChainWorld, cube, type FurnishedLab } from '../fixtures/chain-world';
import { ended } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Maintenance {
  readonly hoursRun: number;
  readonly windows: { id: string; from: string; until: string; cancelledAt: string | null }[];
  readonly entries: { words: string; hoursRun: number; ruleId: string | null }[];
  readonly rules: { id: string; dueAtHours: number; isDue: boolean }[];
  readonly code?: string;
}

const HOUR = 3_600_000;

describeOnSharedServers('the maintenance of a machine', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let manager: HttpClient;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
    manager = (await server.accountWith({ role: 'manager', labId: lab.labId })).client;
  });

  const path = (rest = '') => `/api/v1/machines/${lab.machineId}/maintenance${rest}`;
  const see = async () => (await manager.get<Maintenance>(path())).body;
  const soon = Date.UTC(2035, 4, 1, 8);
  const iso = (at: number) => new Date(at).toISOString();
  const plan = (from: number, until: number) =>
    manager.post<Maintenance>(path('/windows'), { from: iso(from), until: iso(until), reason: 'Courroies' });
  const planned = async () =>
    (await plannedMaintenance(server.app.get(ReadDatabase).manager, lab.labId, soon, soon + 24 * HOUR)).get(
      lab.machineId,
    );

  it('is planned, joined where it overlaps, and cancelled', async () => {
    expect((await plan(soon, soon + 2 * HOUR)).status).toBe(200);
    const { body } = await plan(soon + HOUR, soon + 3 * HOUR);
    expect(body.windows).toHaveLength(2);
    expect(await planned()).toEqual([{ from: soon, until: soon + 3 * HOUR }]);
    const [last] = body.windows;
    for (let time = 0; time < 2; time++) {
      const { status } = await manager.request('DELETE', path(`/windows/${last?.id}`));
      expect(status).toBe(200);
    }
    expect(await planned()).toEqual([{ from: soon, until: soon + 2 * HOUR }]);
    expect((await see()).windows[0]).toMatchObject({ id: last?.id, cancelledAt: expect.any(String) });
  });

  it('is not planned for the past, nor backwards', async () => {
    const past = await plan(Date.UTC(2020, 0), Date.UTC(2020, 1));
    expect([past.status, past.body.code]).toEqual([422, 'MAINTENANCE.PAST']);
    expect((await plan(soon, soon)).status).toBe(400);
  });

  it('is due after hours of run, shows it, and is done by a note', async () => {
    const { body } = await manager.post<Maintenance>(path('/rules'), { what: 'Graisser', everyHours: 2 });
    const [rule] = body.rules;
    expect(body).toMatchObject({ hoursRun: 0, rules: [{ dueAtHours: 2, isDue: false }] });
    await printFor(3 * 3600);
    expect(await see()).toMatchObject({ hoursRun: 3, rules: [{ dueAtHours: 2, isDue: true }] });
    const isDue = async () =>
      (await manager.get<{ serviceDue: boolean }>(`/api/v1/machines/${lab.machineId}`)).body.serviceDue;
    expect(await isDue()).toBe(true);
    const note = { words: 'Axes graissés\nCourroie Y retendue', ruleId: rule?.id };
    const done = await manager.post<Maintenance>(path('/entries'), note);
    expect(done.body).toMatchObject({
      entries: [{ ...note, hoursRun: 3 }],
      rules: [{ dueAtHours: 5, isDue: false }],
    });
    expect(await isDue()).toBe(false);
    await manager.request('DELETE', path(`/rules/${rule?.id}`));
    const { rules, entries } = await see();
    expect([rules.length, entries.length]).toEqual([0, 1]);
    const gone = await manager.post<Maintenance>(path('/entries'), note);
    expect([gone.status, gone.body.code]).toEqual([404, 'MAINTENANCE.RULE_UNKNOWN']);
  });

  async function printFor(seconds: number): Promise<void> {
    const agent = await world.joinAgent(lab);
    const { id } = await world.submit(lab.labId, cube, 'cube.gcode', { material: 'pla' });
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await agent.report(ended(runId, { seconds }));
    await world.jobWhen(id, 'done');
    await agent.leave();
  }
});
