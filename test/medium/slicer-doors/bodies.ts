import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pollUntil } from '@pandafab/testing';
import { SERVER_CONFIG, type ServerConfig } from '../../../apps/server/src/platform/kit/config';
import { generousLimits } from '../fixtures/generous-limits';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';
import { curlForm, part } from './forms';
import { exchangeOn } from './wire';

describeOnSharedServers('bodies that slicers send', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });
  const path = () => `${world.ofLab}/api/files/local`;
  const arriving = () => {
    const { dataDirectory } = world.server.app.get<ServerConfig>(SERVER_CONFIG);
    return readdirSync(join(dataDirectory, 'files', 'incoming')).length;
  };

  it('with a wrong key and a large file are answered, and read to their end', async () => {
    const form = curlForm([
      part.field('print', 'true'),
      part.file(Buffer.alloc(20_000_000, 'G1 X1\n'), 'big.gcode'),
    ]);
    const refused = await world.post(path(), form, { 'X-Api-Key': 'pft_wrong' });
    expect(refused.status).toBe(401);
    expect(arriving()).toBe(0);
  });

  it('in small pieces are put together, wherever they are cut', async () => {
    const form = curlForm([part.file(PART, 'pieces.gcode'), part.field('print', 'true')]);
    const headers = { 'X-Api-Key': world.maker.key, 'Content-Type': form.contentType };
    const sent = await world.send({ method: 'POST', path: path(), headers, body: form.body, pieceBytes: 7 });
    expect(sent.status).toBe(201);
    expect((await world.named('pieces.gcode')).jobs).toHaveLength(1);
  });

  it('may take hours, at a kilobyte a second', () => {
    const { requestTimeout } = world.server.app.getHttpServer() as Server;
    expect(requestTimeout).toBeGreaterThanOrEqual(3_600_000);
    const { windowMs, leastBytes } = generousLimits.connections.upload;
    expect(leastBytes / (windowMs / 1000)).toBeLessThanOrEqual(1024);
  });

  it('that end in the middle make nothing, and leave nothing', async () => {
    const form = curlForm([part.field('print', 'true'), part.file(PART.repeat(200), 'cut.gcode')]);
    const headers = { 'X-Api-Key': world.maker.key, 'Content-Type': form.contentType };
    const body = form.body.subarray(0, form.body.length / 2);
    const request = {
      method: 'POST',
      path: path(),
      headers,
      body,
      claimedLength: form.body.length,
      abort: true,
    };
    const heard = await exchangeOn(world.server.url, request);
    expect(heard === undefined || heard.status >= 400).toBe(true);
    await pollUntil('nothing to be left', async () => arriving() === 0);
    expect(await world.named('cut.gcode')).toEqual({ jobs: [], uploads: 0 });
    const short = curlForm([part.field('print', 'true'), part.file(PART, 'short.gcode')]);
    const ended = await world.post(path(), { ...short, body: short.body.subarray(0, -30) });
    expect(ended.status).toBe(400);
    expect(await world.named('short.gcode')).toEqual({ jobs: [], uploads: 0 });
  });

  it('without a file, with an empty one, with two, or of no form are refused in words', async () => {
    const bodies = [
      curlForm([part.field('print', 'true')]),
      curlForm([part.field('print', 'true'), part.file('', 'empty.gcode')]),
      curlForm([part.file(PART, 'one.gcode'), part.file(PART, 'two.gcode')]),
      { contentType: 'text/plain', body: Buffer.from('hello') },
      { contentType: 'nonsense/;;=', body: Buffer.from('hello') },
    ];
    const heard = await Promise.all(bodies.map((form) => world.post(path(), form)));
    expect(heard.map(({ status }) => status >= 400 && status < 500)).toEqual(heard.map(() => true));
    expect(heard.map(({ headers }) => headers['content-type'])).toEqual(heard.map(() => 'text/plain'));
    expect((await world.named('one.gcode')).uploads + (await world.named('two.gcode')).uploads).toBe(0);
    expect(arriving()).toBe(0);
  });

  it('of no length are the probe of Digest: 401 with a challenge, and nothing is made', async () => {
    for (const [method, where] of [
      ['POST', path()],
      ['PUT', `${world.ofLab}/api/v1/files/local/probe.gcode`],
    ] as const) {
      const answer = await world.send({ method, path: where, claimedLength: 0 });
      expect(answer).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': expect.stringMatching(/^Digest/) },
      });
    }
    expect(await world.named('probe.gcode')).toEqual({ jobs: [], uploads: 0 });
  });

  it('from a slicer that writes another Host or none of its port get the same answer, and no redirect', async () => {
    const form = curlForm([part.field('print', 'false'), part.file(PART, 'host.gcode')]);
    const headers = { 'X-Api-Key': world.maker.key, 'Content-Type': form.contentType };
    for (const host of ['127.0.0.1', 'elsewhere.example']) {
      const sent = await world.send({ method: 'POST', path: path(), headers, body: form.body, host });
      expect(sent.status).toBe(201);
      expect(sent.headers.location).toMatch(new RegExp(`^${world.server.url}/s/`));
    }
  });

  it('sent twice at once or again within a minute make one job; twenty different ones make twenty', async () => {
    const form = (name: string) => curlForm([part.field('print', 'true'), part.file(PART, name)]);
    const maker = await world.newMaker();
    const headers = { 'X-Api-Key': maker.key };
    const same = Array.from({ length: 10 }, () => world.post(path(), form('same.gcode'), headers));
    expect((await Promise.all(same)).map(({ status }) => status)).toEqual(same.map(() => 201));
    expect((await world.post(path(), form('same.gcode'), headers)).status).toBe(201);
    expect(await world.named('same.gcode', maker)).toMatchObject({ jobs: [{ state: 'queued' }], uploads: 0 });
    const names = Array.from({ length: 20 }, (_, at) => `many ${at}.gcode`);
    const sent = await Promise.all(names.map((name) => world.post(path(), form(name), headers)));
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 201));
    const jobs = (await world.jobs(maker))
      .map(({ fileName }) => fileName)
      .filter((name) => name.startsWith('many'));
    expect(jobs.sort()).toEqual(names.sort());
  });

  it('of the same name with another content are another job', async () => {
    const maker = await world.newMaker();
    for (const content of [PART, `${PART}; changed\n`]) {
      const form = curlForm([part.field('print', 'true'), part.file(content, 'version.gcode')]);
      expect((await world.post(path(), form, { 'X-Api-Key': maker.key })).status).toBe(201);
    }
    expect((await world.named('version.gcode', maker)).jobs).toHaveLength(2);
  });
});
