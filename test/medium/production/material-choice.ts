import { type HttpClient, pollUntil, type TestServer } from '@pandafab/testing';
import type { EntityManager } from 'typeorm';
import { requestMatching } from '../../../apps/server/src/network/labs/request-matching';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { Job } from '../../../apps/server/src/production/jobs/job.entities';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Chosen extends JobView {
  readonly material: string | null;
  readonly insteadOf: string | null;
  readonly fileMaterial: string | null;
}
interface Preview {
  readonly fileMaterial: string | null;
  readonly materials: { material: string; loaded: boolean; fitsFile: boolean }[];
  readonly isUndecided: boolean;
  readonly machines: { reasons: { code: string }[] }[];
}

const made = (name: string, ...lines: string[]) => `${smallPart(name)}${lines.join('\n')}\n`;
const ofPla = (name: string) => made(name, '; filament_type = PLA');

describeOnSharedServers('the material of a file, and the loaded one', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let maker: HttpClient;
  let makerId: string;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    const account = await server.accountWith('maker');
    maker = account.client;
    makerId = account.accountId;
  });

  /** A lab whose machine has PETG; TPU lies on its shelf. */
  const petgLab = async () => {
    const lab = await world.makeLab();
    const spools: string[] = [];
    for (const material of ['PETG', 'TPU']) {
      const kind = { material, brand: 'X', colour: 'green', densityGramsPerCm3: 1.27 };
      const { id: filamentId } = await world.post<{ id: string }>('/filaments', kind);
      const spool = { filamentId, label: material, netGrams: 800 };
      spools.push((await world.post<{ id: string }>(`/labs/${lab.labId}/spools`, spool)).id);
    }
    const put = await world.put(`/machines/${lab.machineId}/spool`, { spoolId: spools[0] });
    expect(put.status).toBe(200);
    return lab;
  };
  const jobOf = async (id: string) => (await maker.get<Chosen>(`/api/v1/jobs/${id}`)).body;
  const waitingOf = async (id: string) => {
    const job = await pollUntil('the job to wait', async () => {
      const found = await jobOf(id);
      return found.state === 'queued' ? found : undefined;
    });
    return job.waiting?.flatMap(({ reasons }) => reasons.map(({ code }) => code));
  };
  const submit = async (labId: string, content: string, fields: Record<string, string> = {}) =>
    maker.request<{ code: string; jobs: Chosen[]; what: string }>('POST', '/api/v1/jobs', {
      body: form(labId, content, 'part.gcode', fields),
    });
  const upload = async (content: string) => {
    const body = new FormData();
    body.set('file', new Blob([content]), 'part.gcode');
    const { id } = (await maker.request<{ id: string }>('POST', '/api/v1/uploads', { body })).body;
    await pollUntil('the file to be read', async () => {
      const { items } = (await maker.get<{ items: { id: string; state: string }[] }>('/api/v1/uploads')).body;
      return items.find((each) => each.id === id)?.state === 'analysed';
    });
    return id;
  };

  it('a file for PLA waits while the machine has PETG, until its maker chooses, which is recorded', async () => {
    const lab = await petgLab();
    const agent = await world.joinAgent(lab);
    const { jobs } = (await submit(lab.labId, ofPla('waits'))).body;
    const id = jobs[0]?.id ?? '';
    expect(await waitingOf(id)).toEqual(['WAITS.OTHER_MATERIAL']);
    expect(agent.heard.some(({ kind }) => kind === 'assignment')).toBe(false);
    const choose = (body: object) =>
      maker.request<Chosen & { code: string }>('POST', `/api/v1/jobs/${id}/material`, { body });
    expect((await choose({ material: 'PETG' })).body.code).toBe('JOB.MATERIAL_DIFFERS');
    expect((await choose({ material: 'PETG', insteadOf: 'ABS' })).body.code).toBe('JOB.MATERIAL_DIFFERS');
    const chosen = await choose({ material: 'PETG', insteadOf: 'PLA' });
    expect(chosen.body).toMatchObject({ material: 'PETG', insteadOf: 'PLA', fileMaterial: 'PLA' });
    await agent.take('assignment');
    const { body } = await world.admin.get<Chosen>(`/api/v1/jobs/${id}`);
    const step = body.history.find(({ event }) => event === 'material chosen');
    expect(step).toMatchObject({ actor: 'account', accountId: makerId });
    expect(step).toMatchObject({
      cause: { code: 'JOB.OTHER_MATERIAL_CHOSEN', details: { material: 'PETG', insteadOf: 'PLA' } },
    });
    expect((await choose({ material: 'TPU', insteadOf: 'PLA' })).body.code).toBe('JOB.NOT_QUEUED');
    await agent.leave();
  });

  it('temperatures count where the slicer is silent, and so does each tool that extrudes', async () => {
    const lab = await petgLab();
    const hot = await submit(lab.labId, `M104 S205\nM140 S60\n${smallPart('cura')}`);
    expect(await waitingOf(hot.body.jobs[0]?.id ?? '')).toEqual(['WAITS.AGENT_OFFLINE', 'WAITS.OTHER_HEAT']);
    const second = `; x\nG28\nM83\nT1\nG1 X5 E2\nT0\nG1 X9 E2\n; filament_type = PETG;PLA\n`;
    const twoTools = (await submit(lab.labId, second)).body.jobs[0]?.id ?? '';
    expect(await waitingOf(twoTools)).toContain('WAITS.TOO_FEW_TOOLS');
    expect((await jobOf(twoTools)).fileMaterial).toBe('PETG, PLA');
    const onlyFirst = await submit(lab.labId, made('first', '; filament_type = PETG;PLA'));
    expect(await waitingOf(onlyFirst.body.jobs[0]?.id ?? '')).toEqual(['WAITS.AGENT_OFFLINE']);
  });

  it('an unknown material is refused, with the materials of the lab', async () => {
    const lab = await petgLab();
    const refused = await submit(lab.labId, ofPla('nylon'), { material: 'Nylon-X' });
    expect([refused.status, refused.body.code]).toEqual([422, 'MATERIAL.UNKNOWN']);
    expect(refused.text).toContain('PETG, PLA, TPU');
    const id = await upload(ofPla('nylon again'));
    const preview = await maker.get<{ code: string }>(
      `/api/v1/uploads/${id}/preview?labId=${lab.labId}&material=Nylon-X`,
    );
    expect([preview.status, preview.body.code]).toEqual([422, 'MATERIAL.UNKNOWN']);
    const own = await submit(lab.labId, made('own', '; filament_type = Nylon-X'));
    expect(await waitingOf(own.body.jobs[0]?.id ?? '')).toContain('WAITS.OTHER_MATERIAL');
  });

  it('shows before submitting what the file is for, and what the lab has', async () => {
    const lab = await petgLab();
    const id = await upload(ofPla('shown'));
    const preview = async (query: string) =>
      (await maker.get<Preview>(`/api/v1/uploads/${id}/preview?labId=${lab.labId}${query}`)).body;
    const plain = await preview('');
    expect(plain).toMatchObject({ fileMaterial: 'PLA', isUndecided: false });
    expect(plain.materials).toEqual([
      { material: 'PETG', loaded: true, fitsFile: false },
      { material: 'PLA', loaded: false, fitsFile: true },
      { material: 'TPU', loaded: false, fitsFile: false },
    ]);
    expect((await preview('&material=PETG')).isUndecided).toBe(true);
    expect((await preview('&material=PETG&insteadOf=PLA')).isUndecided).toBe(false);
    const send = (body: object) =>
      maker.request<{ code: string; jobs: Chosen[] }>('POST', `/api/v1/uploads/${id}/jobs`, {
        body: { labId: lab.labId, ...body },
      });
    expect((await send({ material: 'PETG' })).body.code).toBe('JOB.MATERIAL_DIFFERS');
    const { jobs } = (await send({ material: 'PETG', insteadOf: 'PLA' })).body;
    const job = await jobOf(jobs[0]?.id ?? '');
    expect(job.history.map(({ event }) => event)).toEqual(['submitted', 'material chosen']);
    const offered = await maker.get<{ items: object[] }>(`/api/v1/labs/${lab.labId}/materials`);
    expect(offered.body.items).toEqual(plain.materials.map(({ material, loaded }) => ({ material, loaded })));
  });

  it('asked for before the file is read, another material waits to be decided', async () => {
    const lab = await petgLab();
    const { jobs } = (await submit(lab.labId, ofPla('early'), { material: 'PETG' })).body;
    expect(await waitingOf(jobs[0]?.id ?? '')).toContain('WAITS.MATERIAL_UNDECIDED');
  });

  it('is decided by its maker and by staff, not by others', async () => {
    const lab = await petgLab();
    const { jobs } = (await submit(lab.labId, ofPla('mine'))).body;
    const path = `/api/v1/jobs/${jobs[0]?.id}/material`;
    const body = { material: 'PETG', insteadOf: 'PLA' };
    const stranger = (await server.accountWith('maker')).client;
    expect((await stranger.request('POST', path, { body })).body.code).toBe('JOB.UNKNOWN');
    expect((await world.admin.request('POST', path, { body })).status).toBe(200);
  });

  /** Until another transaction of this database waits for a lock. On SQLite it waits for its turn, before its first read. */
  const untilAnotherWaits = async (manager: EntityManager) => {
    if (manager.connection.options.type !== 'postgres') return;
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await pollUntil('the choice to wait', async () => (await manager.query(waiting)).length > 0);
  };

  it('waits for an analysis or a match that has its lab, before it changes the job', async () => {
    const lab = await petgLab();
    const { jobs } = (await submit(lab.labId, ofPla('at once'))).body;
    const id = (jobs[0]?.id ?? '') as Job['id'];
    await waitingOf(id);
    const choice = await server.app.get(UnitOfWork).run(async (unit) => {
      await requestMatching(unit, lab.labId as Job['labId']);
      const body = { material: 'PETG', insteadOf: 'PLA' };
      const answer = world.admin.request('POST', `/api/v1/jobs/${id}/material`, { body });
      await untilAnotherWaits(unit.manager);
      await unit.manager.update(Job, { id }, { changedAt: unit.now });
      return { answer };
    });
    expect((await choice.answer).status).toBe(200);
    expect((await jobOf(id)).material).toBe('PETG');
  });
});
