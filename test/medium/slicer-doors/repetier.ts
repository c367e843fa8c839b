import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, part } from './forms';

describeOnSharedServers('slicers of the type Repetier', (shared) => {
  let world: DoorsWorld;
  let groupId: string;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
    const group = { name: 'Atelier du mercredi', category: 'non-resident', labId: world.lab.labId };
    groupId = (await world.chain.post<{ id: string }>('/groups', group)).id;
    await world.chain.put(`/groups/${groupId}/people/${world.maker.memberId}`, { leads: true });
  });

  const read = async (path: string) => JSON.parse((await world.get(`${world.ofLab}/${path}`)).body);

  it('list the machines of the lab as printers, and the groups that the maker leads', async () => {
    expect(await read('printer/info')).toMatchObject({ software: 'Repetier-Server' });
    const { data } = await read('printer/list');
    expect(data).toMatchObject([{ slug: 'any' }, { slug: 'a', name: 'A' }]);
    const form = { contentType: 'application/x-www-form-urlencoded', body: Buffer.from('a=listModelGroups') };
    const groups = await world.post(`${world.ofLab}/printer/api/any`, form);
    expect(JSON.parse(groups.body)).toMatchObject({ groupNames: ['#', 'Atelier du mercredi'] });
  });

  it('print on the chosen machine for the chosen group, or only keep the file', async () => {
    const form = (name: string, ...fields: ReturnType<typeof part.field>[]) =>
      curlForm([...fields, part.field('a', 'upload'), part.file(PART, name, 'filename')]);
    const printed = await world.post(
      `${world.ofLab}/printer/job/a`,
      form('repetier.gcode', part.field('group', 'Atelier du mercredi'), part.field('autostart', 'true')),
    );
    expect(printed.status).toBe(200);
    const { jobs } = await world.named('repetier.gcode');
    expect(jobs).toMatchObject([{ onlyMachineId: world.lab.machineId, groupId }]);
    const kept = await world.post(
      `${world.ofLab}/printer/model/any`,
      form('model.gcode', part.field('group', '#')),
    );
    expect(kept.status).toBe(200);
    expect(await world.named('model.gcode')).toEqual({ jobs: [], uploads: 1 });
  });
});
