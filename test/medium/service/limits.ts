import { setTimeout as sleep } from 'node:timers/promises';
import {
  describeOnBothDatabases,
  type HttpClient,
  pollUntil,
  startRedis,
  startTestServer,
  type TemporaryRedis,
  type TestServer,
} from '@pandafab/testing';
import { limitSettings } from '../../../apps/server/src/platform/limits/limit-settings';
import { Limits } from '../../../apps/server/src/platform/limits/limits.service';
import { form } from '../fixtures/chain-world';

const password = 'trois girafes violettes';
/** Longer than a slow computer needs to ask once more. */
const LOCK_SECONDS = 3;
const { limits, lockOut } = limitSettings;
/** The service's own, but short. */
const short = {
  ...limitSettings,
  limits: {
    ...limits,
    'sign-in': { ...limits['sign-in'], points: 12 },
    submission: { ...limits.submission, points: 2 },
  },
  lockOut: { ...lockOut, firstSeconds: LOCK_SECONDS, longestSeconds: 2 * LOCK_SECONDS },
  requests: { perAccount: 40, perAddress: 60, windowSeconds: 3600 },
};

describeOnBothDatabases('two servers that share their limits', (open) => {
  let redis: TemporaryRedis;
  let servers: TestServer[];
  const server = (at: number) => servers[at % 2] as TestServer;

  beforeAll(async () => {
    redis = await startRedis();
    const options = { database: await open(), redisUrl: redis.url, limits: short };
    servers = [await startTestServer(options), await startTestServer(options)];
  });
  afterAll(async () => {
    await Promise.all(servers.map((each) => each.stop()));
    await redis.stop();
  });

  async function someone(email: string): Promise<void> {
    const { client } = await server(0).accountWith('administrator');
    const member = await client.post<{ id: string }>('/api/v1/members', { displayName: 'Someone' });
    const account = { email, password, roles: [{ role: 'maker' }] };
    expect((await client.post(`/api/v1/members/${member.body.id}/account`, account)).status).toBe(201);
  }
  /** From a network address of the person's own, as a proxy says it. */
  const signIn = (at: number, email: string, guess = password, address = addressOf(email)) => {
    const options = { headers: { 'x-forwarded-for': address } };
    return server(at).anonymous().post('/api/v1/auth/login', { email, password: guess }, options);
  };

  it('lock an account for an address that fails five times, at either, and say how long to wait', async () => {
    await someone('ana@example.org');
    const statuses = [];
    for (let at = 0; at < 5; at += 1)
      statuses.push((await signIn(at, 'ana@example.org', `guess ${at}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    for (const at of [0, 1]) {
      const refused = await signIn(at, 'ana@example.org');
      expect([refused.status, refused.body.code]).toEqual([429, 'AUTH.TOO_MANY_ATTEMPTS']);
      expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.params.seconds);
    }
  });

  it('open it again after the lock, forgive once it was right, and lock longer each time', async () => {
    await someone('bilal@example.org');
    /** Waits as long as the answer asks: each further try counts against the address too. */
    const opened = async (): Promise<number> => {
      const { status, body } = await signIn(1, 'bilal@example.org');
      if (status !== 429) return status;
      await sleep(Number(body.params.seconds) * 1000);
      return opened();
    };
    await Promise.all(Array.from({ length: 8 }, (_, at) => signIn(at, 'bilal@example.org', 'guess')));
    expect((await signIn(0, 'bilal@example.org')).status).toBe(429);
    expect(await opened()).toBe(204);
    for (let at = 0; at < 4; at += 1)
      expect((await signIn(at, 'bilal@example.org', 'guess')).status).toBe(401);
    expect(await opened()).toBe(204);
  });

  it('check five of many simultaneous guesses at most', async () => {
    const guesses = Array.from({ length: 10 }, (_, at) => signIn(at, 'chloe@example.org', `guess ${at}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429]);
  });

  it('block an address that guesses many people’s passwords, and no other address', async () => {
    await someone('denis@example.org');
    const from = (guess: number) => signIn(guess, `stranger-${guess}@example.org`, 'guess', '198.51.100.7');
    for (let guess = 0; guess < 12; guess += 1) expect((await from(guess)).status).toBe(401);
    const answers = await Promise.all(
      ['198.51.100.7', '198.51.100.8'].map((address) => signIn(0, 'denis@example.org', password, address)),
    );
    expect(answers.map(({ status }) => status)).toEqual([429, 204]);
  });

  it('count what an account asks of both', async () => {
    const { client, accountId } = await server(0).accountWith('maker');
    const other = { headers: { authorization: `Bearer ${client.token}` } };
    const ask = (at: number) =>
      at % 2 === 0 ? client.get('/api/v1/me') : server(1).anonymous().get('/api/v1/me', other);
    for (let at = 0; at < 36; at += 1) expect((await ask(at)).status).toBe(200);
    await pollUntil('both to know of it', async () => (await Promise.all([ask(0), ask(1)])).every(isRefused));
    const refused = await ask(0);
    expect([refused.status, refused.body.code]).toEqual([429, 'REQUEST.TOO_MANY']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(accountId).toBeTruthy();
  });

  it('count the submissions of members, and not those of staff, who submit for whole classes', async () => {
    const nowhere = form('0193b0e0-0000-7000-8000-000000000000');
    const submit = async (client: HttpClient) => (await client.post('/api/v1/jobs', nowhere)).status;
    const [maker, staff] = [await server(0).accountWith('maker'), await server(0).accountWith('manager')];
    const three = async (client: HttpClient) => [
      await submit(client),
      await submit(client),
      await submit(client),
    ];
    expect(await three(maker.client)).toEqual([404, 404, 429]);
    expect(await three(staff.client)).toEqual([404, 404, 404]);
  });

  it('also limit routes that send mails to a named address', async () => {
    const { app } = server(0);
    const wait = { code: 'REQUEST.TOO_MANY', details: { minutes: 60, seconds: 3600 } };
    for (let at = 0; at < 3; at += 1) await app.get(Limits).demand('mail-to', 'dora@example.org');
    await expect(server(1).app.get(Limits).demand('mail-to', 'dora@example.org')).rejects.toMatchObject(wait);
    await app.get(Limits).demand('mail-to', 'else@example.org');
  });

  it('never refuse to say whether the service is well', async () => {
    const answers = await Promise.all(
      Array.from({ length: 70 }, () => server(0).anonymous().get('/api/health/live')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('refuse an address that tries cookies or tokens without end, but no person who signs in from there', async () => {
    const knock = () =>
      server(0)
        .anonymous()
        .get('/api/v1/me', { headers: { authorization: 'Bearer pft_guess' } });
    await pollUntil('the address to be refused', async () => isRefused(await knock()));
    const { client } = await server(0).accountWith('maker');
    expect((await client.get('/api/v1/me')).status).toBe(200);
  });
});

const addressOf = (email: string): string => `203.0.113.${email.charCodeAt(0)}`;
const isRefused = ({ status }: { status: number }) => status === 429;

describeOnBothDatabases('two servers whose Redis is gone', (open) => {
  it('let people sign in all the same, and each continues to limit by itself', async () => {
    const redis = await startRedis();
    const options = { database: await open(), redisUrl: redis.url };
    const servers = [await startTestServer(options), await startTestServer(options)] as const;
    const { client } = await servers[0].accountWith('administrator');
    const member = await client.post<{ id: string }>('/api/v1/members', { displayName: 'Eve' });
    const account = { email: 'eve@example.org', password, roles: [{ role: 'maker' }] };
    await client.post(`/api/v1/members/${member.body.id}/account`, account);
    await redis.stop('SIGKILL');
    for (const server of servers) {
      const login = (guess: string) =>
        server.anonymous().post('/api/v1/auth/login', { email: account.email, password: guess });
      expect((await login(password)).status).toBe(204);
      const statuses = [];
      for (let at = 0; at < 6; at += 1) statuses.push((await login(`guess ${at}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    }
    const back = await startRedis({ port: redis.port });
    await Promise.all(servers.map((server) => server.stop()));
    await back.stop();
  });
});
