import { partWithLine, form as submission } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, part } from './forms';

describeOnSharedServers('a file that cannot be printed', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });
  const send = (content: string, name: string, print = 'true', headers = {}) => {
    const form = curlForm([part.field('print', print), part.file(content, name)]);
    return world.post(`${world.ofLab}/api/files/local`, form, headers);
  };

  it('is refused with the line and the reason, in the language of the account', async () => {
    const forged = partWithLine('M997');
    const inEnglish = await send(forged, 'forged.gcode', 'true', { 'Accept-Language': 'en' });
    expect(inEnglish).toMatchObject({ status: 422, headers: { 'content-type': 'text/plain' } });
    const [sentence = '', address] = inEnglish.body.split('\n');
    expect(sentence).toMatch(/^Line 1234: M997/);
    expect(sentence.length).toBeLessThanOrEqual(100);
    expect(address).toMatch(/^http:/);
    expect(await world.named('forged.gcode')).toEqual({ jobs: [], uploads: 0 });

    await world.maker.client.patch('/api/v1/me', { language: 'fr' });
    const inFrench = await send(forged, 'forged.gcode', 'false', { 'Accept-Language': 'en' });
    expect(inFrench).toMatchObject({ status: 422, headers: { 'content-language': 'fr' } });
    expect(inFrench.body).toMatch(/^Ligne 1234/);
    expect(await world.named('forged.gcode')).toEqual({ jobs: [], uploads: 0 });
  });

  it('that is no G-code is refused', async () => {
    expect((await send('%PDF-1.7 hello', 'paper.gcode')).status).toBe(422);
    expect(await world.named('paper.gcode')).toEqual({ jobs: [], uploads: 0 });
  });

  it('by a member without the induction is kept, and not submitted', async () => {
    const { code } = await world.chain.post<{ code: string }>('/machine-kinds', {
      ...{
        code: `kind-${Date.now()}`,
        nameFr: 'Découpe laser',
        nameEn: 'Laser cutter',
        inductionRequired: true,
      },
    });
    const machine = await world.chain.addMachine(world.lab.labId, { name: 'Laser', kind: code });
    const form = curlForm([part.field('print', 'true'), part.file(PART, 'laser.gcode')]);
    const refused = await world.post(`${world.ofLab}/${machine.id}/api/files/local`, form);
    expect(refused.status).toBe(422);
    expect(await world.named('laser.gcode')).toEqual({ jobs: [], uploads: 1 });
    const toLab = await world.post(`${world.ofLab}/api/files/local`, form);
    expect(toLab.status).toBe(201);
    expect((await world.named('laser.gcode')).jobs).toHaveLength(1);
  });

  it('for one machine waits for it alone; a machine of another lab is not taken', async () => {
    const other = await world.chain.addMachine(world.lab.labId, { name: 'Other' });
    const form = curlForm([part.field('print', 'true'), part.file(PART, 'pinned.gcode')]);
    expect((await world.post(`${world.ofMachine}/api/files/local`, form)).status).toBe(201);
    const [job] = (await world.named('pinned.gcode')).jobs;
    const { waiting } = await world.chain.job(job?.id ?? '');
    const codes = (id: string) =>
      waiting?.find(({ machineId }) => machineId === id)?.reasons.map(({ code }) => code);
    expect(codes(other.id)).toContain('WAITS.OTHER_MACHINE');
    expect(codes(world.lab.machineId)).not.toContain('WAITS.OTHER_MACHINE');
    const elsewhere = await world.chain.makeLab();
    const fields = { onlyMachineId: elsewhere.machineId };
    const path = '/api/v1/jobs';
    const refused = await world.maker.client.post(path, submission(world.lab.labId, PART, 'x.gcode', fields));
    expect(refused).toMatchObject({ status: 404, body: { code: 'MACHINE.UNKNOWN' } });
  });

  it('at an unknown address is not taken', async () => {
    const form = curlForm([part.field('print', 'true'), part.file(PART, 'nowhere.gcode')]);
    for (const path of ['/s/no-such-lab/api/files/local', `${world.ofLab}/no-such-machine/api/files/local`])
      expect(await world.post(path, form)).toMatchObject({
        status: 404,
        headers: { 'content-type': 'text/plain' },
      });
    expect((await world.get(`${world.ofLab}/api/unknown`)).status).toBe(404);
    expect(await world.named('nowhere.gcode')).toEqual({ jobs: [], uploads: 0 });
  });
});
