import {
  describeOnBothDatabases,
  type HttpClient,
  startTestServer,
  type TestServer,
} from '@pandafab/testing';
import { SetupService } from '../../../apps/server/src/people/accounts/setup.service';
import { forgetEveryone } from '../fixtures/forget-everyone';
import { generousLimits } from '../fixtures/generous-limits';

const password = 'correct horse battery';
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const french = { headers: { 'accept-language': 'fr' } };

describeOnBothDatabases('the public pages', (open) => {
  let server: TestServer;
  let code: string;

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), limits: generousLimits });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    code = (await server.app.get(SetupService).invite()) ?? '';
  });
  afterEach(() => forgetEveryone(server));

  const administrator = {
    displayName: 'Léa <b>',
    email: 'lea@example.org',
    password,
    passwordAgain: password,
  };
  const setUp = (browser: HttpClient, fields: Partial<typeof administrator> = {}) =>
    browser.post('/setup', form({ code, ...administrator, ...fields }));

  it('leads a person without scripts from the terminal’s link to being signed in', async () => {
    const browser = server.anonymous();
    expect((await browser.get('/')).text).toContain('The service has no account yet.');
    const page = await browser.get(`/setup?code=${code}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`name="code" value="${code}"`);
    const done = await setUp(browser);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/start']);
    const home = await browser.get('/start');
    expect(home.text).toContain('<div id="root">');
    expect((await browser.get<{ member: object }>('/api/v1/me')).body.member).toMatchObject({
      displayName: 'Léa <b>',
    });
    expect((await browser.get(`/setup?code=${code}`)).status).toBe(410);
  });

  it('speaks French first', async () => {
    const page = await server.anonymous().get('/', { headers: { 'accept-language': 'de' } });
    expect(page.headers.get('content-language')).toBe('fr');
    expect(page.text).toContain('<html lang="fr">');
    expect(page.text).toContain('Le service n’a encore aucun compte.');
  });

  it('keeps what was typed, but no password, and says what is wrong with each field', async () => {
    const browser = server.anonymous();
    const wrong = { email: 'lea@', password: 'short', passwordAgain: 'other' };
    const page = await setUp(browser, wrong);
    expect(page.status).toBe(400);
    expect(page.text).toContain('value="Léa &lt;b&gt;"');
    expect(page.text).toContain('value="lea@"');
    expect(page.text).not.toContain('short');
    for (const field of ['email', 'password', 'passwordAgain']) {
      expect(page.text).toContain(`id="${field}-wrong"`);
    }
    expect(page.text).not.toContain('id="displayName-wrong"');
    expect(page.text).toMatch(/role="alert"/);
    expect(page.text).toContain('<title>Error: First administrator');
    expect((await setUp(browser)).status).toBe(303);
  });

  it('says at the password’s field that it is a common one, and takes another', async () => {
    const browser = server.anonymous();
    const common = { password: 'motdepasse123', passwordAgain: 'motdepasse123' };
    const page = await setUp(browser, common);
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/id="password-wrong">This password is one of the first/);
    expect(page.text).not.toContain(common.password);
    expect((await setUp(browser)).status).toBe(303);
  });

  it('refuses a wrong set-up link on a page that says where the right one is', async () => {
    const page = await server.anonymous().get('/setup?code=guess', french);
    expect(page.status).toBe(403);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('Utilisez le lien que le serveur a affiché sur son terminal');
  });

  it('signs in and out', async () => {
    await setUp(server.anonymous());
    const browser = server.anonymous();
    const credentials = { email: administrator.email, password: 'wrong horse battery' };
    const refused = await browser.post('/', form(credentials), french);
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('role="alert"');
    expect(refused.text).toContain('value="lea@example.org"');
    expect((await browser.post('/', form({ ...credentials, password }))).status).toBe(303);
    expect((await browser.get('/', french)).text).toContain('<div id="root">');
    const out = await browser.post('/sign-out');
    expect([out.status, browser.cookie('pandafab_session')]).toEqual([303, undefined]);
    expect((await browser.get('/')).text).toContain('action="/"');
  });

  it('refuses forms of other sites, on a page', async () => {
    const foreign = { headers: { 'sec-fetch-site': 'cross-site' } };
    const page = await server.anonymous().post('/', form({ email: 'a@example.org', password }), foreign);
    expect(page.status).toBe(403);
    expect(page.text).toContain('from a page of another site');
  });

  it('allows no script, no frame and nothing from elsewhere, and leaks no link', async () => {
    const { headers, text } = await server.anonymous().get(`/setup?code=${code}`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    const sheet = await server.anonymous().get(style);
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });
});
