import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, type Part, part, qtForm } from './forms';

const AGENTS = ['PrusaSlicer/2.9.4', 'SuperSlicer/2.5.59.13', 'OrcaSlicer/2.4.2', 'BambuStudio/02.03.00.70'];

describeOnSharedServers('slicers of the type OctoPrint', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });

  const curl = (agent: string, more: Record<string, string> = {}) => ({
    ...{ 'User-Agent': agent, Accept: '*/*' },
    ...more,
  });

  it.each(AGENTS)('%s: the test, then one job for the right member and machine', async (agent) => {
    const name = `${agent.split('/')[0]}.gcode`;
    const test = await world.get(`${world.ofMachine}/api/version`, {
      ...curl(agent),
      'X-Api-Key': world.maker.key,
    });
    expect(test.status).toBe(200);
    expect(JSON.parse(test.body)).toMatchObject({ api: '0.1', text: expect.stringMatching(/^OctoPrint/) });

    const parts: Part[] = [
      part.field('print', 'true'),
      part.field('path', ''),
      ...(agent.startsWith('Orca') ? [part.field('plateindex', '1')] : []),
      part.file(PART, name),
    ];
    const expect100: Record<string, string> = agent.startsWith('Orca') ? {} : { Expect: '100-continue' };
    const sent = await world.post(
      `${world.ofMachine}/api/files/local`,
      curlForm(parts),
      curl(agent, expect100),
    );
    expect({ status: sent.status, continued: sent.continued }).toEqual({
      status: 201,
      continued: !agent.startsWith('Orca'),
    });
    expect(JSON.parse(sent.body)).toMatchObject({ done: true, effectivePrint: false, print_queued: true });
    const { jobs, uploads } = await world.named(name);
    expect(uploads).toBe(0);
    expect(jobs).toMatchObject([
      {
        memberId: world.maker.memberId,
        labId: world.lab.labId,
        onlyMachineId: world.lab.machineId,
        state: 'queued',
      },
    ]);
  });

  it('with print=false keep the file in the uploads of its maker, and submit nothing', async () => {
    const parts = [
      part.field('print', 'false'),
      part.field('path', 'sub/folder'),
      part.file(PART, 'kept.gcode'),
    ];
    const sent = await world.post(`${world.ofLab}/api/files/local`, curlForm(parts));
    expect(sent.status).toBe(201);
    expect(await world.named('kept.gcode')).toEqual({ jobs: [], uploads: 1 });
  });

  it('may send `print` after the file, and to the lab: then any machine may take it', async () => {
    const parts = [
      part.file(PART, 'monoprice.gcode'),
      part.field('select', 'true'),
      part.field('print', 'true'),
    ];
    expect((await world.post(`${world.ofLab}/api/files/local`, curlForm(parts))).status).toBe(201);
    const { jobs } = await world.named('monoprice.gcode');
    expect(jobs).toMatchObject([{ onlyMachineId: null, labId: world.lab.labId }]);
  });

  it('of Cura get the Location that it demands, whatever the quotes of the boundary', async () => {
    for (const isQuoted of [true, false]) {
      const name = `cura-${isQuoted}.gcode`;
      const parts = [
        ...[part.field('path', ''), part.file(PART, name)],
        ...[part.field('select', 'true'), part.field('print', 'true')],
      ];
      const form = qtForm(parts, isQuoted);
      const sent = await world.post(`${world.ofLab}/api/files/local`, form, { 'MIME-Version': '1.0' });
      expect(sent.status).toBe(201);
      // Of the server's own address, never of the Host header.
      expect(sent.headers.location).toMatch(new RegExp(`^${world.server.url}/s/.+/api/files/local/${name}$`));
      expect((await world.named(name)).jobs).toHaveLength(1);
    }
  });

  it('of Cura may select and print an uploaded file later: it is submitted once', async () => {
    const form = qtForm([part.field('path', ''), part.file(PART, 'queued later.gcode')]);
    expect((await world.post(`${world.ofLab}/api/files/local`, form)).status).toBe(201);
    expect(await world.named('queued later.gcode')).toEqual({ jobs: [], uploads: 1 });
    const order = { contentType: 'application/json', body: Buffer.from('{"command":"select","print":true}') };
    for (const _ of [1, 2]) {
      const path = `${world.ofLab}/api/files/local/queued%20later.gcode`;
      expect((await world.post(path, order)).status).toBe(204);
    }
    const { jobs, uploads } = await world.named('queued later.gcode');
    expect([jobs.length, uploads]).toEqual([1, 0]);
  });

  it('of Cura ask for settings, printer and job, which must have every field that it reads', async () => {
    const read = async (path: string) => JSON.parse((await world.get(`${world.ofLab}/${path}`)).body);
    expect(await read('api/settings')).toMatchObject({ feature: { sdSupport: false } });
    const { flags } = (await read('api/printer')).state;
    const needed = [
      'error',
      'closedOrError',
      'paused',
      'pausing',
      'printing',
      'cancelling',
      'ready',
      'operational',
    ];
    expect(Object.keys(flags)).toEqual(expect.arrayContaining(needed));
    expect(flags).toMatchObject({ ready: true, printing: false });
    expect(await read('api/job')).toMatchObject({
      state: expect.any(String),
      job: { file: { name: null } },
      progress: { printTime: null, completion: null, printTimeLeft: null },
    });
  });

  it('of the older Prusa Connect type get one line of text, with the place in the queue', async () => {
    const headers = curl('PrusaSlicer/2.9.4', { 'Accept-Language': 'en' });
    const queued = curlForm([
      part.field('to_queue', 'True'),
      part.field('path', ''),
      part.file(PART, 'connect.gcode'),
    ]);
    const sent = await world.post(`${world.ofLab}/api/files/local`, queued, headers);
    expect(sent).toMatchObject({ status: 201, headers: { 'content-type': 'text/plain' } });
    expect(sent.body).toMatch(/^In the queue, place \d+\.$/);
    const kept = curlForm([part.field('path', ''), part.file(PART, 'connect kept.gcode')]);
    const answer = await world.post(`${world.ofLab}/api/files/local`, kept, headers);
    expect(answer.body).toBe('Received: the file waits in your uploads.');
    expect((await world.named('connect kept.gcode')).jobs).toEqual([]);
  });
});
