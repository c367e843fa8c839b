import { describeOnBothDatabases, pollUntil, startTestServer, type TestServer } from '@pandafab/testing';
import { ChainWorld, smallPart } from './fixtures/chain-world';

interface MachineView {
  readonly nextJob: { readonly id: string; readonly fileName: string } | null;
}

describeOnBothDatabases('the next job of a machine', (open) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await startTestServer({ database: await open() });
    world = await ChainWorld.of(server);
  });
  afterAll(() => server.stop());

  const nextOf = async (machineId: string, client = world.admin) =>
    (await client.get<MachineView>(`/api/v1/machines/${machineId}`)).body.nextJob?.fileName ?? null;
  const nextWhen = (machineId: string, fileName: string | null) =>
    pollUntil(`${fileName} to be next`, async () => (await nextOf(machineId)) === fileName);

  it('is said by the server, by the rules of matching, and to staff only', async () => {
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
});
