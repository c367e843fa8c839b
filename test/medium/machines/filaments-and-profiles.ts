import type { TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Filament {
  readonly id: string;
  readonly material: string;
  readonly colour: string;
  readonly retiredAt: string | null;
  readonly spools: number;
}
interface Profile {
  readonly id: string;
  readonly limits: { readonly maxNozzleCelsius: number };
  readonly machines: readonly { readonly id: string; readonly labId: string; readonly labName: string }[];
}
interface List<Item> {
  readonly items: Item[];
}

const kind = { material: 'PETG', brand: 'Recreus', colour: 'vert', densityGramsPerCm3: 1.27 };

describeOnSharedServers('filaments and profiles', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let manager: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
    manager = await server.accountWith({ role: 'manager', labId: lab.labId });
  });

  const filament = () => world.post<Filament>('/filaments', kind);
  const addSpool = (filamentId: string) =>
    manager.client.post(`/api/v1/labs/${lab.labId}/spools`, { filamentId, label: 'B', netGrams: 500 });
  const change = (id: string, body: object) =>
    manager.client.patch<Filament>(`/api/v1/filaments/${id}`, body);
  const offered = async (query = '') =>
    (await manager.client.get<List<Filament>>(`/api/v1/filaments${query}`)).body.items.map(({ id }) => id);

  it('a filament changes, but not its material while spools are made of it', async () => {
    const { id } = await filament();
    expect((await change(id, { material: 'PCTG', colour: 'bleu' })).body).toMatchObject({
      ...{ material: 'PCTG', colour: 'bleu', spools: 0 },
    });
    expect((await addSpool(id)).status).toBe(201);
    const refused = await change(id, { diameterMm: 2.85 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'MATERIAL.FILAMENT_IN_USE' } });
    const same = await change(id, { material: 'PCTG', densityGramsPerCm3: 1.3 });
    expect(same).toMatchObject({ status: 200, body: { densityGramsPerCm3: 1.3, spools: 1 } });
    const path = `/api/v1/audit?subjectId=${id}&action=filament.changed`;
    const { body } = await world.admin.get<List<{ before: object; after: object }>>(path);
    expect(body.items[0]).toMatchObject({
      before: { densityGramsPerCm3: 1.27 },
      after: { densityGramsPerCm3: 1.3 },
    });
  });

  it('a retired filament stays on its spools, and no new spool gets it until it is restored', async () => {
    const { id } = await filament();
    await addSpool(id);
    const retire = () => manager.client.post<Filament>(`/api/v1/filaments/${id}/retire`);
    expect((await retire()).body.retiredAt).not.toBeNull();
    expect((await retire()).status).toBe(200);
    expect(await offered()).not.toContain(id);
    expect(await offered('?retired=include')).toContain(id);
    expect(await addSpool(id)).toMatchObject({ status: 409, body: { code: 'MATERIAL.FILAMENT_RETIRED' } });
    await manager.client.post(`/api/v1/filaments/${id}/restore`);
    expect((await addSpool(id)).status).toBe(201);
    const unknown = await change('00000000-0000-4000-8000-000000000000', { colour: 'x' });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'MATERIAL.FILAMENT_UNKNOWN' } });
  });

  it('a profile tells its limits and the machines that use it', async () => {
    const { body } = await manager.client.get<List<Profile>>('/api/v1/profiles');
    const marlin = body.items.find(({ id }) => id === 'marlin-2');
    expect(marlin?.limits.maxNozzleCelsius).toBeGreaterThan(200);
    expect(marlin?.machines).toContainEqual(
      expect.objectContaining({ id: lab.machineId, labId: lab.labId, labName: 'Fontaine d’Ouche' }),
    );
    expect(body.items.find(({ id }) => id === 'klipper')?.machines).toEqual([]);
  });
});
