import type { HttpClient, TestServer } from '@pandafab/testing';
import { Machine } from '../../../apps/server/src/network/machines/machine.entity';
import { takeReadiness } from '../../../apps/server/src/network/machines/machine-readiness';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const ordinary = {
  ...{ unattended: 'overnight', startNeedsPerson: false, readyUntil: null },
  ...{ nozzleUm: null, nozzleType: null, filamentUm: null },
  ...{ bedSurface: null, enclosed: null, tags: [] },
};

describeOnSharedServers('what a machine is', (shared) => {
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
  const path = () => `/api/v1/machines/${lab.machineId}`;

  it('is ordinary if its manager says nothing', async () => {
    expect((await manager.get(path())).body).toMatchObject(ordinary);
  });

  it('is what its manager says, and the change is recorded', async () => {
    const fields = {
      ...{ unattended: 'untilClosing', startNeedsPerson: true, nozzleUm: 600, nozzleType: 'hardened' },
      ...{ filamentUm: 2850, bedSurface: 'PEI lisse', enclosed: true },
    };
    const tags = ['Évasé', 'carbone ', 'CARBONE'];
    const changed = await manager.patch(path(), { ...fields, tags });
    expect(changed).toMatchObject({ status: 200, body: { ...fields, tags: ['carbone', 'evase'] } });
    const { body } = await manager.get<{ items: { changes: object }[] }>(`${path()}/changes`);
    expect(body.items[0]?.changes).toMatchObject({ nozzleUm: { from: null, to: 600 } });
  });

  it.each([
    { nozzleUm: 0 },
    { unattended: 'sometimes' },
    { tags: ['\u200b'] },
    { tags: Array.from({ length: 21 }, (_, at) => `t${at}`) },
  ])('is not %j', async (fields) => {
    expect((await manager.patch(path(), fields)).status).toBe(400);
  });

  it('waits for a person at each start: a confirmation counts once, for 15 minutes', async () => {
    const { body } = await manager.post<{ readyUntil: string }>(`${path()}/ready`, {});
    expect((await manager.get(path())).body).toMatchObject(body);
    const take = (later = 0) =>
      server.app.get(UnitOfWork).run((unit) => {
        const at = Object.create(unit, { now: { value: unit.now + later } });
        return takeReadiness(at, lab.machineId);
      });
    expect([await take(), await take()]).toEqual([true, false]);
    expect((await manager.get(path())).body).toMatchObject({ readyUntil: null });
    await manager.post(`${path()}/ready`, {});
    expect(await take(16 * 60_000)).toBe(false);
    const row = await server.app.get(ReadDatabase).of(Machine).findOneByOrFail({ id: lab.machineId });
    expect(row.readyUntil).toBeNull();
  });
});
