import { pollUntil } from '@pandafab/testing';
import { Account } from '../../../apps/server/src/people/accounts/account.entity';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART, signedBy } from './doors-world';
import { curlForm, part } from './forms';

const basic = (text: string) => Buffer.from(text).toString('base64');

describeOnSharedServers('keys of slicers', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });
  const version = (headers: Record<string, string>, query = '') =>
    world.get(`${world.ofLab}/api/version${query}`, headers);

  it('are accepted in each form that a slicer has a field for', async () => {
    const { key } = world.maker;
    const heard = await Promise.all([
      version({ 'X-Api-Key': key }),
      version({ 'x-api-key': ` ${key} ` }),
      version({ Authorization: `Bearer ${key}` }),
      version({}, `?apikey=${key}`),
      version({ Authorization: `Basic ${basic(`ana:${key}`)}` }),
      version({ Authorization: `basic ${basic(`:${key}`)}` }),
    ]);
    expect(heard.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('are asked for in one short line of text, without a redirect or a cookie', async () => {
    for (const [headers, words] of [
      [{}, /no key/],
      [{ 'X-Api-Key': 'pft_wrong' }, /revoked/],
      [{ Authorization: 'Basic %%%' }, /revoked/],
    ] as const) {
      const refused = await version({ ...headers, 'Accept-Language': 'en' });
      expect(refused.status).toBe(401);
      expect(refused.headers['content-type']).toBe('text/plain');
      expect(refused.headers).not.toHaveProperty('set-cookie');
      const [sentence = '', address = ''] = refused.body.split('\n');
      expect(sentence).toMatch(words);
      expect(sentence.length).toBeLessThanOrEqual(100);
      expect(address).toMatch(/^http:\/\//);
    }
  });

  it('are told apart from a session: a signed-in browser sends no file by its cookie', async () => {
    const refused = await version({ Cookie: 'pandafab_session=anything' });
    expect(refused.status).toBe(401);
  });

  it('that a browser keeps are not enough for the page of another site, whose form it would sign', async () => {
    const form = curlForm([part.field('print', 'true'), part.file(PART, 'cross-site.gcode')]);
    const path = `${world.ofLab}/api/files/local`;
    const challenge = (await version({})).headers['www-authenticate'] ?? '';
    for (const Authorization of [
      `Basic ${basic(`ana:${world.maker.key}`)}`,
      signedBy(world.maker, challenge, { method: 'POST', path }),
    ]) {
      const headers = { 'X-Api-Key': '', Authorization, Origin: 'https://evil.example' };
      expect((await world.post(path, form, headers)).status).toBe(403);
    }
    expect(await world.named('cross-site.gcode')).toEqual({ jobs: [], uploads: 0 });
  });

  it('that a page shows let a slicer in a browser ask first, then send', async () => {
    const path = `${world.ofLab}/api/files/local`;
    const Origin = 'https://slicer.example';
    const headers = { Origin, 'Access-Control-Request-Method': 'POST' };
    const asked = await world.send({ method: 'OPTIONS', path, headers });
    expect(asked).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
    expect(asked.headers['access-control-allow-headers']).toContain('X-Api-Key');
    expect(asked.headers).not.toHaveProperty('access-control-allow-credentials');
    const form = curlForm([part.field('print', 'true'), part.file(PART, 'in a browser.gcode')]);
    const sent = await world.post(path, form, { Origin, 'Sec-Fetch-Site': 'cross-site' });
    expect(sent).toMatchObject({ status: 201, headers: { 'access-control-allow-origin': '*' } });
    expect((await world.named('in a browser.gcode')).jobs).toHaveLength(1);
    // The page must be able to say what is wrong.
    const refused = await world.get(path, { Origin });
    expect(refused).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': '*' } });
  });

  it('are of no use on pages that need none: other sites cannot read those', async () => {
    for (const path of ['', '/plugin/appkeys/probe']) {
      const answer = await world.get(`${world.ofLab}${path}`, { Origin: 'https://evil.example' });
      expect(answer.status).toBeLessThan(300);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('allow sending files and following one’s own prints, and nothing else', async () => {
    const client = world.server.anonymous();
    const as = (method: string, path: string, body?: unknown) =>
      client.request(method, path, { headers: { authorization: `Bearer ${world.maker.key}` }, body });
    expect((await as('GET', '/api/v1/jobs')).status).toBe(200);
    expect((await as('GET', '/api/v1/uploads')).status).toBe(200);
    const [job] = await world.jobs();
    for (const [method, path] of [
      ['GET', '/api/v1/tokens'],
      ['GET', '/api/v1/members'],
      ['POST', `/api/v1/jobs/${job?.id ?? 'x'}/cancel`],
      ['POST', '/api/v1/tokens'],
    ] as const)
      expect([path, (await as(method, path, method === 'GET' ? undefined : {})).status]).toEqual([path, 403]);
  });

  it('of a revoked token and of a disabled account open nothing', async () => {
    const [revoked, disabled] = [await world.newMaker(), await world.newMaker()];
    const open = async (key: string) => (await version({ 'X-Api-Key': key })).status;
    expect([await open(revoked.key), await open(disabled.key)]).toEqual([200, 200]);
    await revoked.client.request('DELETE', `/api/v1/tokens/${revoked.tokenId}`);
    await world.server.app
      .get(UnitOfWork)
      .run(({ manager, now }) => manager.update(Account, { id: disabled.accountId }, { disabledAt: now }));
    expect([await open(revoked.key), await open(disabled.key)]).toEqual([401, 401]);
    const form = curlForm([part.field('print', 'true'), part.file(PART, 'revoked.gcode')]);
    const headers = { 'X-Api-Key': revoked.key };
    expect((await world.post(`${world.ofLab}/api/files/local`, form, headers)).status).toBe(401);
    expect(await world.named('revoked.gcode', revoked)).toEqual({ jobs: [], uploads: 0 });
  });

  it('show their last use and program', async () => {
    const maker = await world.newMaker();
    await version({ 'X-Api-Key': maker.key, 'User-Agent': 'OrcaSlicer/2.4.2' });
    const list = async () =>
      (
        await maker.client.get<{
          items: { id: string; lastClient: string | null; lastUsedAt: string | null }[];
        }>('/api/v1/tokens')
      ).body.items;
    const used = await pollUntil('the use to be noted', async () =>
      (await list()).find(({ id, lastUsedAt }) => id === maker.tokenId && lastUsedAt !== null),
    );
    expect(used.lastClient).toBe('OrcaSlicer/2.4.2');
  });
});
