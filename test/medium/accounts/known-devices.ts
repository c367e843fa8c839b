import {
  describeOnBothDatabases,
  type HttpClient,
  startRedis,
  startTestServer,
  type TemporaryRedis,
  type TestServer,
} from '@pandafab/testing';
import { limitSettings } from '../../../apps/server/src/platform/limits/limit-settings';

const password = 'trois girafes violettes';
const DEVICE = 'pandafab_device';
const FAILURES = 6;
/** The service's own, but soon. */
const limits = {
  ...limitSettings,
  strangersLockOut: { ...limitSettings.strangersLockOut, failures: FAILURES },
};

describeOnBothDatabases('browsers that an account knows', (open) => {
  let redis: TemporaryRedis;
  let servers: TestServer[];
  let people = 0;
  let addresses = 0;
  const server = (at: number) => servers[at % 2] as TestServer;

  beforeAll(async () => {
    redis = await startRedis();
    const options = { database: await open(), redisUrl: redis.url, limits };
    servers = [await startTestServer(options), await startTestServer(options)];
  });
  afterAll(async () => {
    await Promise.all(servers.map((each) => each.stop()));
    await redis.stop();
  });

  async function someone(): Promise<string> {
    people += 1;
    const email = `person-${people}@example.org`;
    const { client } = await server(0).accountWith('administrator');
    const member = await client.post<{ id: string }>('/api/v1/members', { displayName: 'Someone' });
    const account = { email, password, roles: [{ role: 'maker' }] };
    expect((await client.post(`/api/v1/members/${member.body.id}/account`, account)).status).toBe(201);
    return email;
  }
  /** From a network address that was not used before, as a proxy reports it. */
  const elsewhere = () => {
    addresses += 1;
    return { headers: { 'x-forwarded-for': `10.1.${addresses >> 8}.${addresses & 255}` } };
  };
  const login = async (browser: HttpClient, email: string, guess = password) =>
    (await browser.post('/api/v1/auth/login', { email, password: guess }, elsewhere())).status;
  /** A browser in which the person signed in once, and out again. */
  async function known(email: string): Promise<HttpClient> {
    const browser = server(0).anonymous();
    expect(await login(browser, email)).toBe(204);
    expect((await browser.post('/api/v1/auth/logout')).status).toBe(204);
    return browser;
  }
  /** The same browser at the other server. */
  function at(place: number, browser: HttpClient): HttpClient {
    const there = server(place).anonymous();
    there.setCookie(DEVICE, browser.cookie(DEVICE) ?? '');
    return there;
  }
  /** Strangers at both servers, each from an address of their own, until the account is locked for them. */
  async function besiege(email: string): Promise<void> {
    for (let guess = 0; guess < FAILURES; guess += 1)
      expect(await login(server(guess).anonymous(), email, `guess ${guess}`)).toBe(401);
    for (const place of [0, 1]) expect(await login(server(place).anonymous(), email)).toBe(429);
  }

  it('let their owners sign in while guesses from many addresses lock the account for unknown browsers', async () => {
    const email = await someone();
    const browser = await known(email);
    await besiege(email);
    for (const place of [0, 1]) expect(await login(at(place, browser), email)).toBe(204);
    // The strangers gain nothing from that.
    expect(await login(server(0).anonymous(), email)).toBe(429);
  });

  it('are recognised by a cookie that scripts cannot read, that other sites cannot send, and that gives no rights', async () => {
    const email = await someone();
    const browser = server(0).anonymous();
    const answer = await browser.post('/api/v1/auth/login', { email, password });
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith(DEVICE)) ?? '';
    const attributes = ['HttpOnly', 'Max-Age=15552000', 'Path=/', 'SameSite=Strict'];
    expect(cookie.split('; ').slice(1).sort()).toEqual(attributes);
    expect((await at(0, browser).get('/api/v1/me')).status).toBe(401);
  });

  it('have separate counts, which grow', async () => {
    const email = await someone();
    const [one, other] = [await known(email), await known(email)];
    const statuses = [];
    for (let guess = 0; guess < 6; guess += 1) statuses.push(await login(at(guess, one), email, 'guess'));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await login(one, email)).toBe(429);
    expect(await login(other, email)).toBe(204);
    expect(await login(server(0).anonymous(), email)).toBe(204);
  });

  it('are not those in which another person signed in, nor those with a planted cookie', async () => {
    const [victim, attacker] = [await someone(), await someone()];
    const own = await known(attacker);
    const browser = server(0).anonymous();
    browser.setCookie(DEVICE, own.cookie(DEVICE) ?? '');
    expect(await login(browser, victim)).toBe(204);
    expect(browser.cookie(DEVICE)).not.toBe(own.cookie(DEVICE));
    await besiege(victim);
    expect(await login(at(0, own), victim)).toBe(429);
    expect(await login(browser, victim)).toBe(204);
  });

  it('may be used by a whole family', async () => {
    const [ana, ben] = [await someone(), await someone()];
    const browser = await known(ana);
    for (const email of [ben, ana, ben]) expect(await login(browser, email)).toBe(204);
    await besiege(ana);
    await besiege(ben);
    for (const email of [ana, ben]) expect(await login(browser, email)).toBe(204);
    // Signing in to one’s own account in between gives no new guesses at the other.
    const statuses = [];
    for (let guess = 0; guess < 6; guess += 1) {
      statuses.push(await login(browser, ana, 'guess'));
      await login(browser, ben);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('can also change the password: that way is locked for unknown browsers only', async () => {
    const email = await someone();
    const [browser, thief] = [await known(email), server(1).anonymous()];
    expect(await login(browser, email)).toBe(204);
    await besiege(email);
    thief.setCookie('pandafab_session', browser.cookie('pandafab_session') ?? '');
    const change = async (who: HttpClient, current: string, next: string) =>
      (await who.post('/api/v1/auth/password', { current, next }, elsewhere())).status;
    expect(await change(thief, 'guess', 'quatre zèbres mauves')).toBe(429);
    expect(await change(browser, password, 'quatre zèbres mauves')).toBe(204);
  });

  it('are unknown once another password was chosen elsewhere', async () => {
    const email = await someone();
    const [old, browser] = [await known(email), await known(email)];
    expect(await login(browser, email)).toBe(204);
    const next = 'quatre zèbres mauves';
    expect((await browser.post('/api/v1/auth/password', { current: password, next })).status).toBe(204);
    await besiege(email);
    expect(await login(old, email, next)).toBe(429);
    expect(await login(browser, email, next)).toBe(204);
  });

  it('are treated alike for unknown accounts: an address without an account is locked in the same way', async () => {
    await besiege('unknown@example.org');
  });

  it('stay known while Redis is away', async () => {
    const email = await someone();
    const browser = await known(email);
    await redis.stop('SIGKILL');
    const statuses = [];
    for (let guess = 0; guess <= FAILURES; guess += 1)
      statuses.push(await login(server(0).anonymous(), email, 'guess'));
    expect(statuses).toEqual([...Array(FAILURES).fill(401), 429]);
    for (const place of [0, 1]) expect(await login(at(place, browser), email)).toBe(204);
    redis = await startRedis({ port: redis.port });
  });
});
