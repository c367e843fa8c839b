import {
  describeOnBothDatabases,
  FakeClock,
  pollUntil,
  startTestServer,
  type TestServer,
} from '@pandafab/testing';
import { SetupService } from '../../../apps/server/src/people/accounts/setup.service';
import { limitSettings } from '../../../apps/server/src/platform/limits/limit-settings';

const HOUR_MS = 3_600_000;
/** Redis counts by its own clock: a lock that a test can wait for, and that lasts while a busy computer asks once more. */
const limits = { ...limitSettings, lockOut: { ...limitSettings.lockOut, firstSeconds: 4 } };
const password = 'correct horse battery';

describeOnBothDatabases('signing in', (open) => {
  let server: TestServer;
  const clock = new FakeClock();

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), clock, limits });
  });
  afterAll(() => server.stop());

  /** A member whose account has a password, made as staff make it. */
  async function someone(email: string): Promise<void> {
    const { client } = await server.accountWith('administrator');
    const member = await client.post<{ id: string }>('/api/v1/members', { displayName: email });
    const account = { email, password, roles: [{ role: 'maker' }] };
    expect((await client.post(`/api/v1/members/${member.body.id}/account`, account)).status).toBe(201);
  }

  async function signedIn(email: string) {
    await someone(email);
    const browser = server.anonymous();
    expect((await browser.post('/api/v1/auth/login', { email, password })).status).toBe(204);
    return browser;
  }

  it('gives a session cookie that scripts cannot read and other sites cannot send', async () => {
    await someone('ana@example.org');
    const browser = server.anonymous();
    const answer = await browser.post('/api/v1/auth/login', { email: 'ana@example.org', password });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^pandafab_session=[\w-]{43}; /);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    const me = await browser.get<{ email: string; roles: object[] }>('/api/v1/me');
    expect(me.body).toMatchObject({ email: 'ana@example.org', roles: [{ role: 'maker', labId: null }] });
  });

  it('takes the address in any case', async () => {
    await someone('bilal@example.org');
    const answer = await server
      .anonymous()
      .post('/api/v1/auth/login', { email: ' Bilal@Example.ORG ', password });
    expect(answer.status).toBe(204);
  });

  it('refuses a wrong password and an unknown address in the same words', async () => {
    await someone('chloe@example.org');
    const answers = await Promise.all(
      ['chloe@example.org', 'unknown@example.org'].map((email) =>
        server.anonymous().post('/api/v1/auth/login', { email, password: 'wrong horse battery' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.body.code).toBe('AUTH.WRONG_CREDENTIALS');
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });

  it('slows guessing down, even when the next guess is right', async () => {
    await someone('denis@example.org');
    const login = (guess: string) =>
      server.anonymous().post('/api/v1/auth/login', { email: 'denis@example.org', password: guess });
    const guesses = await Promise.all(Array.from({ length: 5 }, (_, index) => login(`guess ${index}`)));
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401]));
    const right = await login(password);
    expect([right.status, right.body.code]).toEqual([429, 'AUTH.TOO_MANY_ATTEMPTS']);
    await pollUntil('the lock to end', async () => (await login(password)).status === 204);
  });

  it('counts the guesses of an attacker who pretends to be many', async () => {
    const env = { PANDAFAB_TRUSTED_PROXIES: '192.0.2.1' };
    const wary = await startTestServer({ database: await open(), clock, env });
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${guess}` };
      const login = { email: 'denis@example.org', password: 'guess' };
      statuses.push((await wary.anonymous().post('/api/v1/auth/login', login, { headers })).status);
    }
    await wary.stop();
    expect(statuses.slice(-2)).toEqual([401, 429]);
  });

  it('makes a new session at each sign-in, and ends the one before', async () => {
    const browser = await signedIn('elodie@example.org');
    const before = browser.cookie('pandafab_session') ?? '';
    await browser.post('/api/v1/auth/login', { email: 'elodie@example.org', password });
    expect(browser.cookie('pandafab_session')).not.toBe(before);
    const old = server.anonymous();
    old.setCookie('pandafab_session', before);
    expect((await old.get('/api/v1/me')).status).toBe(401);
  });

  it('is never the one that an attacker planted in the browser before', async () => {
    await someone('fatou@example.org');
    const attacker = await signedIn('elias@example.org');
    for (const planted of ['x'.repeat(43), attacker.cookie('pandafab_session') ?? '']) {
      const browser = server.anonymous();
      browser.setCookie('pandafab_session', planted);
      const login = { email: 'fatou@example.org', password };
      expect((await browser.post('/api/v1/auth/login', login)).status).toBe(204);
      expect(browser.cookie('pandafab_session')).not.toBe(planted);
      const thief = server.anonymous();
      thief.setCookie('pandafab_session', planted);
      expect((await thief.get('/api/v1/me')).status).toBe(401);
    }
  });

  it('ends at sign-out, also for a client that kept the cookie', async () => {
    const browser = await signedIn('farid@example.org');
    const kept = browser.cookie('pandafab_session') ?? '';
    expect((await browser.post('/api/v1/auth/logout')).status).toBe(204);
    expect(browser.cookie('pandafab_session')).toBeUndefined();
    browser.setCookie('pandafab_session', kept);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
  });

  it('ends after twelve hours without use', async () => {
    const browser = await signedIn('gaelle@example.org');
    clock.advance(11 * HOUR_MS);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    clock.advance(11 * HOUR_MS);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    clock.advance(12 * HOUR_MS);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
  });

  it('ends after seven days, however much it is used', async () => {
    const browser = await signedIn('hugo@example.org');
    for (let day = 0; day < 6; day += 1) {
      for (const half of [1, 2]) {
        clock.advance(12 * HOUR_MS - half);
        expect((await browser.get('/api/v1/me')).status).toBe(200);
      }
    }
    clock.advance(11 * HOUR_MS);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    clock.advance(11 * HOUR_MS);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    clock.advance(3 * HOUR_MS);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
  });

  it('refuses what another site’s page makes a browser send', async () => {
    const browser = await signedIn('ines@example.org');
    const body = { name: 'planted', scopes: ['jobs:read'] };
    const send = (headers: Record<string, string>) => browser.post('/api/v1/tokens', body, { headers });
    const refused: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of refused) {
      const answer = await send(headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'AUTH.CROSS_SITE']);
    }
    expect((await browser.get<{ total: number }>('/api/v1/tokens')).body.total).toBe(0);
    expect((await send({ origin: server.url })).status).toBe(201);
    const login = { email: 'ines@example.org', password };
    const planted = await server.anonymous().post('/api/v1/auth/login', login, { headers: refused[0] ?? {} });
    expect(planted.status).toBe(403);
  });

  it('needs no set-up code once there are accounts', async () => {
    await someone('jeanne@example.org');
    expect(await server.app.get(SetupService).invite()).toBeUndefined();
  });
});
