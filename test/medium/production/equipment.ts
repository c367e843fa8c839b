import { pollUntil, type TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { StoredFile } from '../../../apps/server/src/production/files/file.entity';
import { ChainWorld, type FurnishedLab, type JobView, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

/** As slicers end their files. */
const SETTINGS = [
  ...['nozzle_diameter = 0.6', 'filament_diameter = 2.85', 'filament_abrasive = 1'],
  ...[
    'curr_bed_type = Textured PEI Plate',
    'support_multi_bed_types = 1',
    'chamber_minimal_temperature = 50',
  ],
];
const demanding = (name: string) => smallPart(name) + SETTINGS.map((setting) => `; ${setting}\n`).join('');
const plain = { nozzleUm: 400, nozzleType: 'brass', bedSurface: 'PEI lisse', enclosed: false };

describeOnSharedServers('the equipment that files need', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });
  beforeEach(async () => {
    lab = await world.makeLab();
  });

  const equip = async (body: object) => {
    const path = `/api/v1/machines/${lab.machineId}`;
    expect((await world.admin.request('PATCH', path, { body })).status).toBe(200);
  };
  const reasons = ({ waiting }: JobView) => waiting?.[0]?.reasons ?? [];
  const codes = (job: JobView) => reasons(job).map(({ code }) => code);

  it('keeps a file waiting, says why, and lets it go once the machine has it', async () => {
    await equip(plain);
    const { id } = await world.submit(lab.labId, demanding('demanding part'));
    await world.jobWhen(id, 'queued');
    const agent = await world.joinAgent(lab);
    const waiting = await pollUntil('the machine to be there', async () => {
      const job = await world.job(id, 'fr');
      return codes(job).some((code) => code.startsWith('WAITS.AGENT') || code.includes('REPORTED'))
        ? undefined
        : job;
    });
    expect(codes(waiting)).toEqual([
      ...['WAITS.OTHER_NOZZLE', 'WAITS.NOZZLE_NOT_HARDENED', 'WAITS.OTHER_FILAMENT_DIAMETER'],
      ...['WAITS.OTHER_BED_SURFACE', 'WAITS.NOT_ENCLOSED'],
    ]);
    expect(reasons(waiting)[0]?.what).toEqual(
      expect.stringMatching(/buse de 0,6\smm\s; cette machine en a une de 0,4\smm/),
    );
    expect(reasons(waiting)[2]?.what).toMatch(/2,85\smm/);
    const suitable = { nozzleType: 'hardened', filamentUm: 2850, bedSurface: 'PEI texturé', enclosed: true };
    await equip({ ...suitable, nozzleUm: 600 });
    await agent.take('assignment');
    await agent.leave();
  });

  it('takes every file while nothing is said of the machine', async () => {
    const { id } = await world.submit(lab.labId, `${smallPart('any')}; nozzle_diameter = 0.8\n`);
    const agent = await world.joinAgent(lab);
    await agent.take('assignment');
    expect((await world.job(id)).runs).toHaveLength(1);
    await agent.leave();
  });

  it('takes a file that an earlier analyser has read as far as it went', async () => {
    await equip({ ...plain, nozzleUm: 400 });
    const { id } = await world.submit(lab.labId, demanding('read early'));
    const { fileSha256: sha256 } = await world.jobWhen(id, 'queued');
    const { analysis } = await server.app.get(ReadDatabase).of(StoredFile).findOneByOrFail({ sha256 });
    const { equipment: _, ...slicerSettings } = analysis?.slicerSettings ?? ({} as never);
    const early = { analysis: { ...analysis, slicerSettings } as never };
    await server.app.get(UnitOfWork).run(({ manager }) => manager.update(StoredFile, { sha256 }, early));
    expect(codes(await world.job(id)).filter((code) => code.includes('OTHER'))).toEqual([
      ...['WAITS.OTHER_NOZZLE', 'WAITS.OTHER_FILAMENT_DIAMETER'],
    ]);
  });
});
