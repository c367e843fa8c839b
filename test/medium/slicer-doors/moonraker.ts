import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, part, qtForm } from './forms';

describeOnSharedServers('slicers of the type Moonraker', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });
  const upload = () => `${world.ofLab}/server/files/upload`;
  const start = (body: string, query = '') =>
    world.post(`${world.ofLab}/printer/print/start${query}`, {
      contentType: 'application/json',
      body: Buffer.from(body),
    });

  it('test with `result` as the first and only field', async () => {
    const { body } = await world.get(`${world.ofLab}/server/info`);
    const info = JSON.parse(body);
    expect(Object.keys(info)).toEqual(['result']);
    expect(info.result).toMatchObject({ klippy_state: 'ready', moonraker_version: expect.any(String) });
    const roots = JSON.parse((await world.get(`${world.ofLab}/server/files/roots`)).body);
    expect(roots.result).toMatchObject([{ name: 'gcodes', permissions: expect.stringContaining('w') }]);
  });

  it('PrusaSlicer sends `print` only to print', async () => {
    const form = (name: string, ...more: ReturnType<typeof part.field>[]) =>
      curlForm([part.field('root', 'gcodes'), ...more, part.file(PART, name)]);
    expect((await world.post(upload(), form('moon kept.gcode'))).status).toBe(201);
    expect(await world.named('moon kept.gcode')).toEqual({ jobs: [], uploads: 1 });
    const printed = await world.post(upload(), form('moon printed.gcode', part.field('print', 'true')));
    const answer = JSON.parse(printed.body);
    expect(answer).toMatchObject({ print_started: false, print_queued: true, item: { root: 'gcodes' } });
    expect(answer.result).toMatchObject({ print_started: false, print_queued: true });
    expect((await world.named('moon printed.gcode')).jobs).toHaveLength(1);
  });

  it('OrcaSlicer 2.4 orders the print after the upload; a repeated order makes no second job', async () => {
    const form = curlForm([part.field('root', 'gcodes'), part.file(PART, 'orca.gcode')]);
    expect(JSON.parse((await world.post(upload(), form)).body).result.print_queued).toBe(false);
    const order = JSON.stringify({ filename: 'orca.gcode' });
    const both = await Promise.all([start(order), start(order)]);
    expect(both.map(({ body }) => JSON.parse(body))).toEqual([{ result: 'ok' }, { result: 'ok' }]);
    expect((await start('', '?filename=orca.gcode')).status).toBe(200);
    const found = await world.named('orca.gcode');
    expect([found.jobs.length, found.uploads]).toEqual([1, 0]);
  });

  it('Cura’s plugin sends the file first', async () => {
    const parts = [
      part.file(PART, 'cura moon.gcode'),
      part.field('root', 'gcodes'),
      part.field('print', 'true'),
    ];
    const headers = { Accept: 'application/json, text/plain' };
    expect((await world.post(upload(), qtForm(parts), headers)).status).toBe(201);
    expect((await world.named('cura moon.gcode')).jobs).toHaveLength(1);
  });

  it('are told that a file is unknown which was never sent', async () => {
    const unknown = await start('{"filename":"never.gcode"}');
    expect({ status: unknown.status, type: unknown.headers['content-type'] }).toEqual({
      status: 404,
      type: 'text/plain',
    });
  });
});
