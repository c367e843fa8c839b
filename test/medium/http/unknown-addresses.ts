import type { TestServer } from '@pandafab/testing';
import { describeOnSharedServers } from '../fixtures/shared-servers';

/** As a browser requests an address typed into its address bar. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describeOnSharedServers('an unknown address', (shared) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await shared();
  });

  const ask = (path: string, headers: Record<string, string>) =>
    fetch(server.url + path, { headers: { 'accept-language': 'fr', ...headers } });

  it.each(['/nowhere', '/jobs/1/2/3', '/api/nowhere', '/machines/%ff', '/favicon.png?x=1'])(
    '%s is told to a person on a page, in their language, and to programs as a problem',
    async (path) => {
      const page = await ask(path, { accept: BROWSER });
      expect([page.status, page.headers.get('content-type')]).toEqual([
        expect.any(Number),
        'text/html; charset=utf-8',
      ]);
      expect(page.status).toBeGreaterThanOrEqual(400);
      expect(page.status).toBeLessThan(500);
      expect(await page.text()).toContain('<html lang="fr">');
      for (const accept of ['application/json', '*/*']) {
        const problem = await ask(path, { accept });
        expect(problem.status).toBe(page.status);
        expect(problem.headers.get('content-type')).toContain('application/problem+json');
      }
    },
  );

  it('says so in English too, and runs nothing', async () => {
    const page = await ask('/nowhere', { accept: BROWSER, 'accept-language': 'en' });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('There is nothing at /nowhere.');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is shown within the app to a signed-in person', async () => {
    const { memberId } = await server.accountWith('administrator');
    expect(memberId).toBeDefined();
    const { client: admin } = await server.accountWith('administrator');
    const made = await admin.post<{ id: string }>('/api/v1/members', { displayName: 'Ana' });
    const account = {
      email: 'ana@example.org',
      password: 'a heron counts seven lamps',
      roles: [{ role: 'maker' }],
    };
    await admin.post(`/api/v1/members/${made.body.id}/account`, account);
    const browser = server.anonymous();
    await browser.post('/api/v1/auth/login', { email: account.email, password: account.password });
    const page = await browser.get('/nowhere', { headers: { accept: BROWSER } });
    expect(page.status).toBe(404);
    expect(page.text).toContain('id="root"');
  });

  it('and a browser’s failed request, such as one for a missing document, is answered with a page', async () => {
    const path = '/api/v1/documents/0193b0e0-0000-7000-8000-000000000000/file/pdf';
    const page = await ask(path, { accept: BROWSER });
    expect([page.status, page.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Vous n’êtes pas connecté.');
  });
});
