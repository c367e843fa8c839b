import { pollUntil, type TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { JobExpectation } from '../../../apps/server/src/production/jobs/expectation.entities';
import { ChainWorld, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface MachineView {
  readonly nextJob: { readonly id: string; readonly fileName: string } | null;
}

interface Queue {
  readonly items: readonly { readonly id: string; readonly position: number | null }[];
  readonly total: number;
  readonly next: string | null;
}

describeOnSharedServers('the next job of a machine', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  const nextOf = async (machineId: string, client = world.admin) =>
    (await client.get<MachineView>(`/api/v1/machines/${machineId}`)).body.nextJob?.fileName ?? null;
  const nextWhen = (machineId: string, fileName: string | null) =>
    pollUntil(`${fileName} to be next`, async () => (await nextOf(machineId)) === fileName);

  it('is computed by the server, by the rules of matching, and shown to staff only', async () => {
    const lab = await world.makeLab();
    const { id: other } = await world.addMachine(lab.labId, { name: 'B' });
    expect(await nextOf(lab.machineId)).toBeNull();
    await world.submit(lab.labId, smallPart('petg'), 'petg.gcode', { material: 'PETG' });
    const first = await world.submit(lab.labId, smallPart('a'), 'a.gcode', { material: 'pla ' });
    await world.submit(lab.labId, smallPart('b'), 'b.gcode');
    await nextWhen(lab.machineId, 'a.gcode');
    expect(await nextOf(other)).toBeNull();
    expect(await nextOf(lab.machineId, (await server.accountWith('maker')).client)).toBeNull();
    await world.post(`/jobs/${first.id}/cancel`, {}, 202);
    await nextWhen(lab.machineId, 'b.gcode');
    await world.put(`/machines/${lab.machineId}/spool`, { spoolId: null });
    await nextWhen(lab.machineId, null);
  });

  it('is none for a machine in maintenance, and is in the list of the lab’s machines', async () => {
    const lab = await world.makeLab();
    const { id } = await world.submit(lab.labId, smallPart('c'), 'c.gcode');
    await nextWhen(lab.machineId, 'c.gcode');
    const { body } = await world.admin.get<{ items: MachineView[] }>(`/api/v1/labs/${lab.labId}/machines`);
    expect(body.items.map(({ nextJob }) => nextJob?.id)).toEqual([id]);
    await world.admin.request('PATCH', `/api/v1/machines/${lab.machineId}`, {
      body: { inMaintenance: true },
    });
    await nextWhen(lab.machineId, null);
  });

  it('comes from the queue, whose order and positions the server answers', async () => {
    const lab = await world.makeLab();
    const made = [];
    for (const name of ['d', 'e', 'f'])
      made.push(await world.submit(lab.labId, smallPart(name), `${name}.gcode`, { material: 'PETG' }));
    const [first, second, third] = made.map(({ id }) => id);
    const queue = async (query = '') => {
      const path = `/api/v1/jobs?labId=${lab.labId}&state=queued&order=queue${query}`;
      return (await world.admin.get<Queue>(path)).body;
    };
    // With its place in the queue a job may move before others, and no page of a list may be read meanwhile.
    const placed = () => server.app.get(ReadDatabase).of(JobExpectation).countBy({ labId: lab.labId });
    await pollUntil('the three to have places', async () => (await placed()) === 3);
    expect((await queue()).total).toBe(3);
    const places = async () => (await queue()).items.map(({ id, position }) => [id, position]);
    expect(await places()).toEqual([
      [first, 1],
      [second, 2],
      [third, 3],
    ]);
    const { items, next } = await queue('&limit=2');
    expect(items.map(({ id }) => id)).toEqual([first, second]);
    expect((await queue(`&limit=2&after=${next}`)).items.map(({ id }) => id)).toEqual([third]);
    await world.post(`/jobs/${first}/cancel`, {}, 202);
    expect(await places()).toEqual([
      [second, 1],
      [third, 2],
    ]);
    const gone = await world.admin.get<{ position: number | null }>(`/api/v1/jobs/${first}`);
    expect(gone.body.position).toBeNull();
  });
});
