import type { HttpClient, TestServer } from '@pandafab/testing';
import { describeOnSharedClock } from '../fixtures/shared-clock';

interface SessionView {
  readonly id: string;
  readonly current: boolean;
  readonly browser: string;
  readonly address: string;
}
interface List {
  readonly total: number;
  readonly items: readonly SessionView[];
}
const password = 'trois girafes violettes';

describeOnSharedClock('sessions', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;

  beforeAll(async () => {
    ({ server } = await shared());
    administrator = (await server.accountWith('administrator')).client;
  });

  /** A member with a password; answers the account's id. */
  async function someone(email: string): Promise<string> {
    const { body } = await administrator.post<{ id: string }>('/api/v1/members', { displayName: 'Someone' });
    const account = { email, password, roles: [{ role: 'maker' }] };
    const opened = await administrator.post<{ account: { id: string } }>(
      `/api/v1/members/${body.id}/account`,
      account,
    );
    return opened.body.account.id;
  }
  async function signIn(email: string, browser = 'Firefox'): Promise<HttpClient> {
    const client = server.anonymous();
    const headers = { 'user-agent': browser };
    expect((await client.post('/api/v1/auth/login', { email, password }, { headers })).status).toBe(204);
    return client;
  }
  const sessions = async (client: HttpClient) => (await client.get<List>('/api/v1/sessions')).body.items;
  const isIn = async (client: HttpClient) => (await client.get('/api/v1/me')).status === 200;

  it('are shown to their owner with where and when, and which one is this, without any secret', async () => {
    await someone('ana@example.org');
    const [here, there] = [await signIn('ana@example.org', 'Here'), await signIn('ana@example.org', 'There')];
    const answer = await here.get<List>('/api/v1/sessions');
    expect(answer.body.total).toBe(2);
    expect(answer.body.items.find(({ current }) => current)).toMatchObject({
      browser: 'Here',
      address: '127.0.0.1',
    });
    for (const client of [here, there])
      expect(answer.text).not.toContain(client.cookie('pandafab_session') ?? 'no cookie');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('are ended one by one, immediately, by their owner only', async () => {
    await Promise.all([someone('bilal@example.org'), someone('chloe@example.org')]);
    const [here, there] = [await signIn('bilal@example.org'), await signIn('bilal@example.org')];
    const stranger = await signIn('chloe@example.org');
    const other = (await sessions(here)).find(({ current }) => !current)?.id;
    const refused = await stranger.delete(`/api/v1/sessions/${other}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'AUTH.UNKNOWN_SESSION']);
    expect((await here.delete(`/api/v1/sessions/${other}`)).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  });

  it('are ended everywhere else with one request', async () => {
    await someone('denis@example.org');
    const clients = [
      await signIn('denis@example.org'),
      await signIn('denis@example.org'),
      await signIn('denis@example.org'),
    ] as const;
    expect((await clients[0].delete('/api/v1/sessions')).status).toBe(204);
    expect(await Promise.all(clients.map(isIn))).toEqual([true, false, false]);
  });

  it('that have ended are refused when their cookie is sent again, and do not come back', async () => {
    await someone('elodie@example.org');
    const browser = await signIn('elodie@example.org');
    const kept = browser.cookie('pandafab_session') ?? '';
    await browser.post('/api/v1/auth/logout');
    const replayed = server.anonymous();
    for (const path of ['/api/v1/me', '/api/v1/sessions', '/api/v1/tokens']) {
      replayed.setCookie('pandafab_session', kept);
      expect((await replayed.get(path)).status).toBe(401);
    }
    const again = await signIn('elodie@example.org');
    expect(again.cookie('pandafab_session')).not.toBe(kept);
    replayed.setCookie('pandafab_session', kept);
    expect(await isIn(replayed)).toBe(false);
  });

  it('and tokens of a disabled account are refused, and sessions stay ended when it is enabled again', async () => {
    const id = await someone('farid@example.org');
    const browser = await signIn('farid@example.org');
    const scopes = ['account:read'];
    const made = await browser.post<{ token: string }>('/api/v1/tokens', { name: 'slicer', scopes });
    const program = { headers: { authorization: `Bearer ${made.body.token}` } };
    const byToken = async () => (await server.anonymous().get('/api/v1/me', program)).status;
    expect(await byToken()).toBe(200);
    expect((await administrator.post(`/api/v1/accounts/${id}/disable`)).status).toBe(200);
    expect([await isIn(browser), await byToken()]).toEqual([false, 401]);
    const login = { email: 'farid@example.org', password };
    expect((await server.anonymous().post('/api/v1/auth/login', login)).status).toBe(401);
    await administrator.post(`/api/v1/accounts/${id}/enable`);
    expect(await isIn(browser)).toBe(false);
  });

  it('begin only with passwords that are not common and do not contain the person’s name', async () => {
    const { body } = await administrator.post<{ id: string }>('/api/v1/members', {
      displayName: 'Ines Moreau',
    });
    const open = (chosen: string) =>
      administrator.post(`/api/v1/members/${body.id}/account`, {
        ...{ email: 'ines@example.org', password: chosen, roles: [{ role: 'maker' }] },
      });
    for (const chosen of ['motdepasse123', 'Ines Moreau 1990']) {
      const refused = await open(chosen);
      expect([refused.status, refused.body.code]).toEqual([422, 'AUTH.PASSWORD_COMMON']);
    }
    expect((await open(password)).status).toBe(201);
  });
});
