import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld } from './doors-world';

const json = (body: object) => ({ contentType: 'application/json', body: Buffer.from(JSON.stringify(body)) });

describeOnSharedServers('Cura’s request for a token', (shared) => {
  let world: DoorsWorld;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
  });

  /** As Cura: without a key, and the address of the answer is then asked again and again. */
  async function press() {
    const none = { 'X-Api-Key': '' };
    expect((await world.get(`${world.ofLab}/plugin/appkeys/probe`, {})).status).toBe(204);
    const asked = await world.post(`${world.ofLab}/plugin/appkeys/request`, json({ app: 'Cura' }), none);
    expect(asked.status).toBe(201);
    const { app_token: secret, auth_dialog: dialog } = JSON.parse(asked.body);
    expect(asked.headers.location).toMatch(new RegExp(`/plugin/appkeys/request/${secret}$`));
    const { pathname } = new URL(asked.headers.location ?? '');
    return { ask: () => world.get(pathname, {}), id: String(dialog).split('/').at(-1) ?? '' };
  }

  it('gives a token of the person who allows it, once', async () => {
    const { ask, id } = await press();
    expect((await ask()).status).toBe(202);
    const { client } = world.maker;
    const shown = await client.get<{ app: string; code: string }>(`/api/v1/slicer-requests/${id}`);
    expect(shown.body).toMatchObject({ app: 'Cura', code: expect.stringMatching(/^\w{4}$/) });
    const decide = (allow: boolean) => client.post(`/api/v1/slicer-requests/${id}/decision`, { allow });
    expect((await decide(true)).status).toBe(204);
    expect((await decide(false)).status).toBe(404);
    const { api_key: key } = JSON.parse((await ask()).body);
    expect((await world.get(`${world.ofLab}/api/settings`, { 'X-Api-Key': key })).status).toBe(200);
    expect((await ask()).status).toBe(404);
    const tokens = await client.get<{ items: { name: string; scopes: string[] }[] }>('/api/v1/tokens');
    expect(tokens.body.items).toContainEqual(
      expect.objectContaining({ name: `Cura ${shown.body.code}`, scopes: ['slicer'] }),
    );
  });

  it('gives nothing when it is denied, and nothing to a slicer with another secret', async () => {
    const { ask, id } = await press();
    await world.maker.client.post(`/api/v1/slicer-requests/${id}/decision`, { allow: false });
    expect((await ask()).status).toBe(404);
    expect((await world.get(`${world.ofLab}/plugin/appkeys/request/${id}`, {})).status).toBe(404);
    const bad = await world.post(`${world.ofLab}/plugin/appkeys/request`, json({ app: ' ' }), {
      'X-Api-Key': '',
    });
    expect(bad.status).toBe(400);
  });

  it('cannot be decided with the token of a slicer', async () => {
    const { id } = await press();
    const headers = { authorization: `Bearer ${world.maker.key}` };
    const path = `/api/v1/slicer-requests/${id}/decision`;
    const answer = await world.server.anonymous().request('POST', path, { headers, body: { allow: true } });
    expect(answer.status).toBe(403);
  });

  it('finds the addresses of labs and machines', async () => {
    const { body } = await world.maker.client.get<{
      items: { labId: string; machineId: string | null; address: string; shortAddress: string }[];
    }>('/api/v1/slicer-addresses');
    const own = body.items.filter(({ labId }) => labId === world.lab.labId);
    expect(own.map(({ machineId }) => machineId)).toEqual([null, world.lab.machineId]);
    for (const { address, shortAddress } of own) {
      const [path, short] = [address, shortAddress].map((each) => new URL(each).pathname);
      // As the validator of Cura's field “Path”.
      expect(short).toMatch(/^[a-zA-Z0-9._/-]{1,30}$/);
      for (const each of [path, short]) expect((await world.get(`${each}/api/version`)).status).toBe(200);
    }
  });
});
