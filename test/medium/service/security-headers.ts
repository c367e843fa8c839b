import { describeOnBothDatabases, startTestServer, type TestServer } from '@pandafab/testing';

const POLICY = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

describeOnBothDatabases('every answer', (open) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ database: await open(), env: { PUBLIC_URL: 'http://fablab.test' } });
  });
  afterAll(() => server.stop());

  it.each([
    ['data', '/api/v1/labs', 200],
    ['a refusal', '/api/v1/audit-does-not-exist', 404],
    ['an address outside the API', '/nothing/here', 404],
    ['a wrong parameter', '/api/v1/members/12', 400],
  ])('with %s forbids scripts, frames and caching', async (_what, path, status) => {
    const { client } = await server.accountWith('administrator');
    const answer = await client.get(path);
    expect(answer.status).toBe(status);
    const headers = (name: string) => answer.headers.get(name);
    expect(headers('content-security-policy')).toBe(POLICY);
    expect(headers('x-content-type-options')).toBe('nosniff');
    expect(headers('referrer-policy')).toBe('no-referrer');
    expect(headers('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers('x-frame-options')).toBe('DENY');
    expect(headers('cache-control')).toBe('no-store');
    expect(headers('x-powered-by')).toBeNull();
    expect(headers('strict-transport-security')).toBeNull();
  });

  it('to a client without a session carries them too', async () => {
    const answer = await server.anonymous().get('/api/v1/me');
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([401, POLICY]);
  });

  it('that is a page keeps its own policy, by which forms can be sent', async () => {
    const page = await server.anonymous().get('/');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const style = await server.anonymous().get('/public-pages.css');
    expect(style.headers.get('cache-control')).toContain('immutable');
  });

  it('promises HTTPS where people reach the service by HTTPS', async () => {
    const env = { PUBLIC_URL: 'https://fablab.test' };
    const secure = await startTestServer({ database: await open(), env });
    const answer = await secure.anonymous().get('/api/health/live');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.stop();
  });
});
