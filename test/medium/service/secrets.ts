import { join } from 'node:path';
import {
  type Child,
  freePort,
  HttpClient,
  pollUntil,
  startChild,
  startRedis,
  type TemporaryDirectory,
  type TemporaryRedis,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { QueryFailedError } from 'typeorm';
import { LabsService } from '../../../apps/server/src/network/labs/labs.service';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const MAIN = join(__dirname, '../../../dist/apps/server/src/app/main.js');
const password = 'trois girafes violettes';
const wrong = 'quatre zèbres mauves';

describe('the log of a server that tells everything', () => {
  let directory: TemporaryDirectory;
  let redis: TemporaryRedis;
  let child: Child;
  let url: string;

  beforeAll(async () => {
    [directory, redis] = await Promise.all([temporaryDirectory(), startRedis()]);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const { PATH, HOME } = process.env;
    const env = {
      ...{ PATH, HOME, PORT: String(port), PANDAFAB_MQTT_PORT: '0', PANDAFAB_DATA_DIR: directory.path },
      ...{ REDIS_URL: redis.url, LOG_LEVEL: 'trace', LOG_PRETTY: 'false' },
    };
    child = await startChild(process.execPath, [MAIN], { env });
  });
  afterAll(async () => {
    await child.stop('SIGKILL');
    await redis.stop();
    await directory.remove();
  });

  it('holds no password, cookie, token, code or secret', async () => {
    const code = await pollUntil('the set-up link', () => /[?&]code=([\w-]+)/.exec(child.output())?.[1]);
    const client = new HttpClient(url);
    const email = 'ada@example.org';
    const first = await client.post('/api/v1/setup', { code, displayName: 'Ada', email, password });
    expect(first.status).toBe(204);
    const cookies = [client.cookie('pandafab_session') ?? ''];
    expect((await client.post('/api/v1/auth/login', { email, password })).status).toBe(204);
    cookies.push(client.cookie('pandafab_session') ?? '');
    expect((await client.post('/api/v1/auth/login', { email, password: wrong })).status).toBe(401);
    const scopes = ['account:read'];
    const { token } = (await client.post<{ token: string }>('/api/v1/tokens', { name: 't', scopes })).body;
    await client.get('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
    await client.get('/api/v1/me', { headers: { authorization: `Bearer ${token}x` } });
    await client.get(`/api/v1/nothing?code=${token}`);
    const lab = (await client.post<{ id: string }>('/api/v1/labs', { name: 'Lab' })).body.id;
    const enrolment = (await client.post<{ code: string }>(`/api/v1/labs/${lab}/enrolment-codes`)).body.code;
    const agent = (await client.post<{ secret: string }>('/api/v1/enrol', { code: enrolment })).body.secret;
    await client.post('/api/v1/enrol', { code: enrolment });
    const clientLink = 'w'.repeat(43);
    for (const end of ['', '/nothing', '/documents/FA-2026-000001.pdf'])
      await client.get(`/p/${clientLink}${end}`);
    const stopLink = 'v'.repeat(43);
    await client.get(`/unsubscribe/${stopLink}`);
    const links = { clientLink, stopLink, enrolment };
    const secrets = { password, wrong, token, agent, first: cookies[0], second: cookies[1], ...links };
    for (const secret of Object.values(secrets)) expect(secret?.length).toBeGreaterThan(10);
    await pollUntil('the last request to be logged', () => child.output().includes('/api/v1/enrol'));
    const leaked = Object.entries(secrets).filter(([, secret]) => child.output().includes(secret ?? ''));
    expect(leaked.map(([name]) => name)).toEqual([]);
    // The link is printed for the person at the terminal, and nowhere else: requests with it are logged without.
    expect(child.output().split(code).length - 1).toBe(1);
  });
});

describeOnSharedServers('an answer to an internal error', (shared) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await shared();
  });

  it('holds a reference, and no stack, no SQL and no path', async () => {
    const { client } = await server.accountWith('administrator');
    const cause = new Error('relation "accounts" is locked, see /srv/pandafab/data/pandafab.sqlite');
    const failure = new QueryFailedError('SELECT "passwordHash" FROM accounts', [], cause);
    jest.spyOn(server.app.get(LabsService), 'list').mockRejectedValueOnce(failure);
    const answer = await client.get('/api/v1/labs');
    expect([answer.status, answer.body.code]).toEqual([500, 'REQUEST.FAILED']);
    expect(answer.body.params).toEqual({ reference: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(answer.text).not.toMatch(/SELECT|accounts|passwordHash|\/srv|sqlite|node_modules|\bat .*\.[jt]s/);
  });
});
