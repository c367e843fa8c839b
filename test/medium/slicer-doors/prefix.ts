import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SERVER_CONFIG, type ServerConfig } from '../../../apps/server/src/platform/kit/config';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART, signedBy } from './doors-world';
import { curlForm, type Form, part, qtForm } from './forms';
import { exchangeOn, type WireAnswer, type WireRequest } from './wire';

const PREFIX = '/fab/print';

/** A proxy that gives the server what is below the prefix, as nginx with `proxy_pass http://server/`. */
async function startProxy(target: string): Promise<Server> {
  const { hostname, port } = new URL(target);
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming;
    if (!url.startsWith(`${PREFIX}/`)) return void outgoing.writeHead(404).end();
    const path = url.slice(PREFIX.length);
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    sent.once('error', () => outgoing.destroy());
    incoming.pipe(sent);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

describeOnSharedServers('slicers behind a proxy that adds a path', (shared) => {
  let world: DoorsWorld;
  let proxy: Server;
  let origin: string;
  let config: ServerConfig;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
    proxy = await startProxy(world.server.url);
    origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    config = world.server.app.get<ServerConfig>(SERVER_CONFIG);
    Object.assign(config, { slicerUrl: `${origin}${PREFIX}/` });
  });
  afterAll(() => {
    Object.assign(config, { slicerUrl: undefined });
    proxy.close();
    proxy.closeAllConnections();
  });

  async function send(sent: WireRequest): Promise<WireAnswer> {
    const answer = await exchangeOn(origin, sent);
    if (!answer) throw new Error(`${sent.method} ${sent.path}: no answer`);
    return answer;
  }
  const base = () => `${PREFIX}${world.ofLab}`;
  const keyed = (more: Record<string, string> = {}) => ({ 'X-Api-Key': world.maker.key, ...more });
  const get = (path: string, headers: Record<string, string> = keyed()) =>
    send({ method: 'GET', path: `${base()}/${path}`, headers });
  const post = (path: string, { contentType, body }: Form, headers: Record<string, string> = keyed()) =>
    send({
      method: 'POST',
      path: `${base()}/${path}`,
      headers: { ...headers, 'Content-Type': contentType },
      body,
    });
  const printed = (name: string) => curlForm([part.field('print', 'true'), part.file(PART, name)]);

  it('are told addresses with the path, which Cura takes', async () => {
    const { body } = await world.maker.client.get<{
      items: { labId: string; machineId: string | null; address: string; shortAddress: string }[];
    }>('/api/v1/slicer-addresses');
    const own = body.items.filter(({ labId }) => labId === world.lab.labId);
    expect(own).toHaveLength(2);
    for (const { address, shortAddress } of own)
      for (const each of [address, shortAddress]) {
        const { pathname } = new URL(each);
        expect(each.startsWith(`${origin}${PREFIX}/s/`)).toBe(true);
        const headers = keyed();
        expect((await send({ method: 'GET', path: `${pathname}/api/version`, headers })).status).toBe(200);
        if (each === shortAddress) expect(pathname).toMatch(/^[a-zA-Z0-9._/-]{1,30}$/);
      }
  });

  it('of the type OctoPrint, and Cura, get the address of their file with the path', async () => {
    for (const [form, name] of [
      [printed('prefix.gcode'), 'prefix.gcode'],
      [
        qtForm([part.field('path', ''), part.file(PART, 'qt.gcode'), part.field('print', 'true')]),
        'qt.gcode',
      ],
    ] as const) {
      const sent = await post('api/files/local', form);
      expect(sent.status).toBe(201);
      expect(sent.headers.location).toMatch(new RegExp(`^${origin}${PREFIX}/s/.*/api/files/local/${name}$`));
      expect((await world.named(name)).jobs).toHaveLength(1);
    }
  });

  it('sign the whole path by Digest, for a form and for a file', async () => {
    const challenge = (await get('api/version', {})).headers['www-authenticate'] ?? '';
    for (const [method, where, form] of [
      ['POST', 'api/files/local', printed('prefix digest.gcode')],
      [
        'PUT',
        'api/v1/files/local/prefix%20put.gcode',
        { contentType: 'text/x.gcode', body: Buffer.from(PART) },
      ],
    ] as const) {
      const path = `${base()}/${where}`;
      const Authorization = signedBy(world.maker, challenge, { method, path });
      const headers = { Authorization, 'Content-Type': form.contentType, 'Print-After-Upload': '?1' };
      const sent = await send({ method, path, headers, body: form.body });
      expect(sent.status).toBe(201);
      expect(sent.headers.location).toMatch(new RegExp(`^${origin}${PREFIX}/s/`));
    }
    expect((await world.named('prefix digest.gcode')).jobs).toHaveLength(1);
    expect((await world.named('prefix put.gcode')).jobs).toHaveLength(1);
  });

  it('of the types Moonraker and Repetier send and print', async () => {
    const json = (body: object) => ({
      contentType: 'application/json',
      body: Buffer.from(JSON.stringify(body)),
    });
    const moonraker = curlForm([part.field('root', 'gcodes'), part.file(PART, 'prefix moon.gcode')]);
    const sent = await post('server/files/upload', moonraker);
    expect(sent.headers.location).toMatch(new RegExp(`^${origin}${PREFIX}/s/.*/server/files/gcodes/`));
    expect((await post('printer/print/start', json({ filename: 'prefix moon.gcode' }))).status).toBe(200);
    expect((await world.named('prefix moon.gcode')).jobs).toHaveLength(1);
    const repetier = curlForm([part.field('a', 'upload'), part.file(PART, 'prefix rep.gcode', 'filename')]);
    expect((await post('printer/job/any', repetier)).status).toBe(200);
    expect((await world.named('prefix rep.gcode')).jobs).toHaveLength(1);
  });

  it('ask for a key: the address that they poll has the path, the page for people has not', async () => {
    const body = { contentType: 'application/json', body: Buffer.from('{"app":"Cura"}') };
    const asked = await post('plugin/appkeys/request', body, {});
    const { origin: host, pathname } = new URL(asked.headers.location ?? '');
    expect([host, pathname.startsWith(`${PREFIX}/s/`)]).toEqual([origin, true]);
    expect((await send({ method: 'GET', path: pathname, headers: {} })).status).toBe(202);
    expect(JSON.parse(asked.body).auth_dialog).toMatch(new RegExp(`^${world.server.url}/slicers/`));
  });

  it('open the page of the address, whose script asks below the same path', async () => {
    expect((await get('', {})).body).toContain("location.pathname.replace(/\\/$/, '') + '/device.json'");
    expect((await get('device.json')).status).toBe(200);
  });
});
