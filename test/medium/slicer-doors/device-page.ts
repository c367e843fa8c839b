import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, part } from './forms';

describeOnSharedServers('the page in a slicer’s tab', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });

  it('is a page without a key, with or without a slash at its end, and its data need one', async () => {
    for (const path of [world.ofMachine, `${world.ofLab}/`]) {
      const page = await world.get(path, { Accept: 'text/html', 'Accept-Language': 'en' });
      expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
      expect(page.body).toContain('Sign in to PandaFab');
      expect(page.headers['content-security-policy']).toMatch(/script-src 'sha256-/);
    }
    const refused = await world.get(`${world.ofLab}/device.json`, {});
    expect(refused.status).toBe(401);
    // A browser would open a dialog of its own.
    expect(refused.headers).not.toHaveProperty('www-authenticate');
  });

  it('shows the maker’s own files and the machines', async () => {
    const files = [
      ['tab printed.gcode', 'true'],
      ['tab kept.gcode', 'false'],
    ] as const;
    for (const [name, print] of files)
      await world.post(
        `${world.ofLab}/api/files/local`,
        curlForm([part.field('print', print), part.file(PART, name)]),
      );
    const headers = { 'X-API-Key': world.maker.key, 'Accept-Language': 'en' };
    const content = JSON.parse((await world.get(`${world.ofLab}/device.json`, headers)).body);
    expect(content.jobs).toEqual([
      ['tab kept.gcode', 'In my uploads, not to be printed yet'],
      ['tab printed.gcode', expect.stringMatching(/^In the queue, place \d+$/)],
    ]);
    expect(content.machines).toEqual([['A', 'no news']]);
  });
});
