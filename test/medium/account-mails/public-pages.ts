import { type LabView, type MailWorld, NEXT_PASSWORD, PASSWORD } from '../fixtures/mail-world';
import { describeOnSharedMail } from '../fixtures/shared-mail';

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const french = { headers: { 'accept-language': 'fr' } };
const twice = (password: string) => ({ password, passwordAgain: password });

describeOnSharedMail('the public pages for accounts', (shared) => {
  let world: MailWorld;
  let lab: LabView;

  beforeAll(async () => {
    ({ world } = await shared());
    lab = await world.openLab('Le <Labo>');
  });

  const browse = () => world.server.anonymous();

  it('are linked on the sign-in page', async () => {
    const page = await browse().get('/', french);
    expect(page.text).toContain('<a href="/forgotten">Mot de passe oublié\u202f?</a>');
    expect(page.text).toContain('<a href="/register">');
  });

  it('lead from a forgotten password to being signed in', async () => {
    await world.someone('ana@pages.example');
    const browser = browse();
    expect((await browser.get('/forgotten', french)).text).toContain(
      '<form method="post" action="/forgotten">',
    );
    const [known, unknown] = await Promise.all(
      ['ana@pages.example', 'unknown@pages.example'].map((email) =>
        browse().post('/forgotten', form({ email }), french),
      ),
    );
    expect(known?.status).toBe(202);
    expect(known?.text).toContain(
      'Si un compte utilise l’adresse ana@pages.example, un courriel est envoyé à cette adresse.',
    );
    expect(unknown?.text.replace('unknown@', 'ana@')).toBe(known?.text);
    const code = await world.newestCode('ana@pages.example');
    const page = await browser.get(`/password?code=${code}`, french);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1>Nouveau mot de passe</h1>');
    expect(page.text).toContain('ana@pages.example');
    const wrong = await browser.post(
      '/password',
      form({ code, password: 'short', passwordAgain: 'other' }),
      french,
    );
    expect(wrong.status).toBe(400);
    for (const field of ['password', 'passwordAgain']) expect(wrong.text).toContain(`id="${field}-wrong"`);
    expect(wrong.text).not.toContain('value="short"');
    const done = await browser.post('/password', form({ code, ...twice(NEXT_PASSWORD) }), french);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    const used = await browser.get(`/password?code=${code}`, french);
    expect(used.status).toBe(410);
    expect(used.text).toContain('Ce lien n’est plus valable');
  });

  it('say what an invitation’s link is for, and open the account', async () => {
    const id = await world.member('Bilal');
    await world.admin.post(`/api/v1/members/${id}/invitation`, { email: 'bilal@pages.example' });
    const code = await world.newestCode('bilal@pages.example');
    const browser = browse();
    expect((await browser.get(`/password?code=${code}`)).text).toContain('<h1>Open your account</h1>');
    expect((await browser.post('/password', form({ code, ...twice(PASSWORD) }))).status).toBe(303);
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ member: { displayName: 'Bilal' } });
  });

  it('register the person who follows the link and chooses a password; opening it changes nothing', async () => {
    const browser = browse();
    const page = await browser.get('/register');
    expect(page.text).toContain(`<option value="${lab.id}">Le &lt;Labo&gt;</option>`);
    const typed = { labId: lab.id, displayName: 'Chloé <b>', email: 'chloe@pages.example' };
    const wrong = await browser.post('/register', form({ ...typed, email: 'chloe@' }));
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('value="Chloé &lt;b&gt;"');
    expect(wrong.text).toContain('id="email-wrong"');
    expect((await browser.post('/register', form(typed))).status).toBe(202);
    const code = await world.newestCode('chloe@pages.example');
    for (const _ of [1, 2]) {
      const shown = await browse().get(`/password?code=${code}`);
      expect(shown.status).toBe(200);
      expect(shown.text).toContain('with the address chloe@pages.example');
    }
    const common = await browser.post('/password', form({ code, ...twice('chloe@pages.example') }));
    expect([common.status, common.text.includes('id="password-wrong"')]).toEqual([422, true]);
    const done = await browser.post('/password', form({ code, ...twice(PASSWORD) }));
    expect(done.status).toBe(303);
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ member: { displayName: 'Chloé <b>' } });
    expect((await browse().post('/password', form({ code, ...twice(PASSWORD) }))).status).toBe(410);
  });

  it('confirm another address by a button', async () => {
    await world.someone('dora@pages.example');
    const browser = await world.signedIn('dora@pages.example');
    await browser.post('/api/v1/auth/email', { email: 'dora.new@pages.example', password: PASSWORD });
    const code = await world.newestCode('dora.new@pages.example');
    expect((await browse().get(`/email?code=${code}`)).text).toContain('dora.new@pages.example');
    expect((await browse().post('/email', form({ code }))).text).toContain('Done');
    await world.signedIn('dora.new@pages.example');
  });

  it('allow no script, and no form of another site', async () => {
    const pages = await Promise.all(['/forgotten', '/register'].map((path) => browse().get(path)));
    for (const { text, headers } of pages) {
      expect(text).not.toMatch(/<script|<style| style=| on\w+=/);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const foreign = { headers: { 'sec-fetch-site': 'cross-site' } };
    const refused = await browse().post('/forgotten', form({ email: 'ana@pages.example' }), foreign);
    expect(refused.status).toBe(403);
  });
});
