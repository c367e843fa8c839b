import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, part } from './forms';

describeOnSharedServers('names of files from slicers', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });

  it.each<[string, string | Buffer, string]>([
    ['UTF-8', 'pièce 🚀 ñ.gcode', 'pièce 🚀 ñ.gcode'],
    ['Latin-1', Buffer.from('pi\xE8ce latin.gcode', 'latin1'), 'pièce latin.gcode'],
    ['quotes as libcurl before 7.81 writes them', 'a \\"b\\" c.gcode', 'a "b" c.gcode'],
    ['quotes as later ones do', 'd %22e%22 f.gcode', 'd "e" f.gcode'],
    ['a way out of the folder', '../../etc/cron.gcode', 'cron.gcode'],
    ['a drive of Windows', 'C:\\parts\\drive.gcode', 'drive.gcode'],
    ['a folder', 'sub/folder/inner.gcode', 'inner.gcode'],
    ['a NUL byte', 'nu\0l.gcode', 'nul.gcode'],
    ['no name', '', 'sans-nom.gcode'],
  ])('with %s are shown, and never used as a path', async (_what, given, shown) => {
    const form = curlForm([part.field('print', 'false'), part.file(PART, given)]);
    const sent = await world.post(`${world.ofLab}/api/files/local`, form);
    expect(sent.status).toBe(201);
    expect((await world.named(shown)).uploads).toBe(1);
    expect(sent.headers.location).toContain(encodeURIComponent(shown));
  });

  it.each([
    ['plate.bgcode', /binaire|\.bgcode/],
    ['plate.gcode.3mf', /archive/],
    ['plate.ufp', /archive/],
    ['plate.sl1', /archive/],
  ])('such as %s are refused before the file is read', async (name, words) => {
    const form = curlForm([part.field('print', 'true'), part.file('PK anything', name)]);
    const sent = await world.post(`${world.ofLab}/api/files/local`, form, { 'Accept-Language': 'fr' });
    expect(sent).toMatchObject({ status: 422, headers: { 'content-type': 'text/plain' } });
    expect(sent.body).toMatch(words);
    expect(await world.named(name)).toEqual({ jobs: [], uploads: 0 });
  });
});
