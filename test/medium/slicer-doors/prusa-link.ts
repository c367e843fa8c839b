import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART, signedBy } from './doors-world';
import { curlForm, part } from './forms';
import type { WireRequest } from './wire';

describeOnSharedServers('slicers of the type PrusaLink', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });

  /** As libcurl with CURLAUTH_DIGEST: an empty probe without credentials, then the request with its signature. */
  async function digest({ headers, body, ...request }: WireRequest) {
    const probe = request.method === 'GET' ? {} : { claimedLength: 0 };
    const agent = { 'User-Agent': 'PrusaSlicer/2.9.4', Accept: '*/*' };
    const refused = await world.send({ ...request, ...probe, headers: agent });
    expect(refused.status).toBe(401);
    expect(refused.headers['content-type']).toBe('text/plain');
    const authorization = signedBy(world.maker, refused.headers['www-authenticate'] ?? '', request);
    return world.send({
      ...request,
      headers: { Authorization: authorization, ...agent, ...headers },
      ...(body && { body }),
    });
  }

  it('sign in by Digest: test, storages, and a form; the empty probe makes nothing', async () => {
    const before = [(await world.jobs()).length, (await world.uploads()).length];
    const test = await digest({ method: 'GET', path: `${world.ofMachine}/api/version` });
    expect(JSON.parse(test.body)).toMatchObject({ api: '0.1', text: expect.stringMatching(/^OctoPrint/) });
    const storage = await digest({ method: 'GET', path: `${world.ofMachine}/api/v1/storage` });
    const { storage_list: list, ...others } = JSON.parse(storage.body);
    expect(others).toEqual({});
    expect(list).toMatchObject([{ path: '/local', read_only: false, available: true }]);
    expect(list[0].free_space).toBeGreaterThan(0);
    expect([(await world.jobs()).length, (await world.uploads()).length]).toEqual(before);

    const form = curlForm([
      part.field('print', 'true'),
      part.field('path', ''),
      part.file(PART, 'digest.gcode'),
    ]);
    const headers = { 'Content-Type': form.contentType, Expect: '100-continue' };
    const path = `${world.ofMachine}/api/files/local`;
    expect((await digest({ method: 'POST', path, headers, body: form.body })).status).toBe(201);
    expect((await world.named('digest.gcode')).jobs).toMatchObject([{ onlyMachineId: world.lab.machineId }]);
  });

  it.each([
    ['?1', 1, 0],
    ['?0', 0, 1],
    [undefined, 0, 1],
  ])('put the file as the body; Print-After-Upload %s', async (flag, jobs, uploads) => {
    const name = `put ${flag ?? 'without'}.gcode`.replace('?', '');
    const headers = {
      ...{ 'Content-Type': 'text/x.gcode', Overwrite: '?1', Expect: '100-continue' },
      ...(flag && { 'Print-After-Upload': flag }),
    };
    const path = `${world.ofLab}/api/v1/files/local/folder/${encodeURIComponent(name)}`;
    const sent = await digest({ method: 'PUT', path, headers, body: Buffer.from(PART) });
    expect({ status: sent.status, body: sent.body }).toEqual({ status: 201, body: '' });
    const found = await world.named(name);
    expect([found.jobs.length, found.uploads]).toEqual([jobs, uploads]);
  });

  it('get 401 for a signature with another key, for another address, and for an old challenge', async () => {
    const request = { method: 'GET', path: `${world.ofLab}/api/version` };
    const challenge = (await world.get(request.path, {})).headers['www-authenticate'] ?? '';
    expect(challenge).toMatch(/^Digest realm="PandaFab", qop="auth", algorithm=MD5, nonce="\w+"$/);
    const withKey = (key: string) => signedBy({ ...world.maker, key }, challenge, request);
    const attempts = {
      good: withKey(world.maker.key),
      otherKey: withKey('pft_other'),
      otherAddress: signedBy(world.maker, challenge, { ...request, path: `${world.ofLab}/api/job` }),
      old: signedBy(world.maker, challenge.replace(/nonce="\w+"/, 'nonce="lk2m8yo0"'), request),
    };
    const heard = await Promise.all(
      Object.values(attempts).map((Authorization) => world.get(request.path, { Authorization })),
    );
    expect(heard.map(({ status }) => status)).toEqual([200, 401, 401, 401]);
    expect(heard[3]?.headers['www-authenticate']).toContain('stale=true');
  });
});
