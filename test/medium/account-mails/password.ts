import { type FakeClock, HttpClient } from '@pandafab/testing';
import { type MailWorld, NEXT_PASSWORD, PASSWORD } from '../fixtures/mail-world';
import { describeOnSharedMail } from '../fixtures/shared-mail';

const HOUR_MS = 3_600_000;

describeOnSharedMail('passwords and sign-in addresses', (shared) => {
  let world: MailWorld;
  let clock: FakeClock;

  beforeAll(async () => {
    ({ world, clock } = await shared());
  });

  const forget = (email: string) => world.server.anonymous().post('/api/v1/auth/forgotten', { email });
  const reset = (code: string, password = NEXT_PASSWORD, browser = world.server.anonymous()) =>
    browser.post('/api/v1/auth/password-reset', { code, password });
  const isIn = async (client: HttpClient) => (await client.get('/api/v1/me')).status === 200;
  const login = (email: string, password: string) =>
    world.server.anonymous().post('/api/v1/auth/login', { email, password });

  async function tokenOf(browser: HttpClient): Promise<HttpClient> {
    const wanted = { name: 'program', scopes: ['account:read', 'account:write'] };
    const made = await browser.post<{ token: string }>('/api/v1/tokens', wanted);
    return new HttpClient(world.server.url, made.body.token);
  }

  describe('a forgotten password', () => {
    it('is replaced by the mail’s link: every session ends, one begins, tokens continue, and a mail says so', async () => {
      await world.someone('ana@passwords.example');
      const [one, other] = [
        await world.signedIn('ana@passwords.example'),
        await world.signedIn('ana@passwords.example'),
      ];
      const program = await tokenOf(one);
      await forget('ana@passwords.example');
      const browser = world.server.anonymous();
      expect(
        (await reset(await world.newestCode('ana@passwords.example'), NEXT_PASSWORD, browser)).status,
      ).toBe(204);
      expect(await Promise.all([one, other, program, browser].map(isIn))).toEqual([false, false, true, true]);
      expect((await login('ana@passwords.example', PASSWORD)).status).toBe(401);
      expect((await login('ana@passwords.example', NEXT_PASSWORD)).status).toBe(204);
      expect((await world.newestTo('ana@passwords.example', 2)).subject).toBe('Your password was changed');
    });

    it('is answered the same for an unknown address, which gets no mail', async () => {
      await world.someone('bilal@passwords.example');
      const [known, unknown] = [
        await forget('bilal@passwords.example'),
        await forget('unknown@passwords.example'),
      ];
      expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
      expect(known.status).toBe(202);
      await world.smtp.mailsTo('bilal@passwords.example');
      await forget('bilal@passwords.example');
      await world.smtp.mailsTo('bilal@passwords.example', 2);
      expect(world.smtp.offers('unknown@passwords.example')).toBe(0);
      const codes = await world.query<{ email: string }>(
        `SELECT email FROM account_codes WHERE email IN ('unknown@passwords.example', 'bilal@passwords.example')`,
      );
      expect(codes.filter(({ email }) => email.startsWith('unknown'))).toHaveLength(1);
    });

    it('has a link that works once, within an hour, and until a newer one is requested', async () => {
      await world.someone('chloe@passwords.example');
      await forget('chloe@passwords.example');
      const first = await world.newestCode('chloe@passwords.example');
      await forget('chloe@passwords.example');
      const second = await world.newestCode('chloe@passwords.example', 2);
      expect((await reset(first)).body.code).toBe('AUTH.CODE_INVALID');
      expect((await reset(second)).status).toBe(204);
      expect((await reset(second)).body.code).toBe('AUTH.CODE_INVALID');
      await forget('chloe@passwords.example');
      const late = await world.newestCode('chloe@passwords.example', 3);
      clock.advance(HOUR_MS);
      expect((await reset(late)).body.code).toBe('AUTH.CODE_INVALID');
    });

    it('is set by one of two who follow the link at the same time', async () => {
      await world.someone('dora@passwords.example');
      await forget('dora@passwords.example');
      const code = await world.newestCode('dora@passwords.example');
      const answers = await Promise.all([reset(code, NEXT_PASSWORD), reset(code, 'a third horse battery')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    });

    it('of a disabled account cannot be replaced', async () => {
      const id = await world.someone('emil@passwords.example');
      await forget('emil@passwords.example');
      const code = await world.newestCode('emil@passwords.example');
      const member = await world.admin.get<{ account: { id: string } }>(`/api/v1/members/${id}`);
      await world.admin.post(`/api/v1/accounts/${member.body.account.id}/disable`);
      expect((await reset(code)).body.code).toBe('AUTH.CODE_INVALID');
    });
  });

  describe('a known password', () => {
    const change = (client: HttpClient, current: string, next = NEXT_PASSWORD) =>
      client.post('/api/v1/auth/password', { current, next });

    it('is changed by a signed-in person who knows it: the other sessions end', async () => {
      await world.someone('fanny@passwords.example');
      const [one, other] = [
        await world.signedIn('fanny@passwords.example'),
        await world.signedIn('fanny@passwords.example'),
      ];
      const wrong = await change(one, 'not my horse battery');
      expect([wrong.status, wrong.body.code]).toEqual([403, 'AUTH.WRONG_PASSWORD']);
      expect(await Promise.all([one, other].map(isIn))).toEqual([true, true]);
      expect((await change(one, PASSWORD)).status).toBe(204);
      expect(await Promise.all([one, other].map(isIn))).toEqual([true, false]);
      expect((await login('fanny@passwords.example', NEXT_PASSWORD)).status).toBe(204);
      expect((await world.newestTo('fanny@passwords.example')).subject).toBe('Your password was changed');
    });

    it('is changed with a token too, which ends every session; links sent before are refused', async () => {
      await world.someone('gil@passwords.example');
      const browser = await world.signedIn('gil@passwords.example');
      const program = await tokenOf(browser);
      await forget('gil@passwords.example');
      const code = await world.newestCode('gil@passwords.example');
      expect((await change(program, PASSWORD)).status).toBe(204);
      expect(await Promise.all([browser, program].map(isIn))).toEqual([false, true]);
      expect((await reset(code)).body.code).toBe('AUTH.CODE_INVALID');
    });
  });

  describe('another sign-in address', () => {
    const ask = (client: HttpClient, email: string, password = PASSWORD) =>
      client.post('/api/v1/auth/email', { email, password });
    const confirm = (code: string) =>
      world.server.anonymous().post('/api/v1/auth/email-confirmation', { code });

    it('takes effect once its own mailbox has confirmed it; the old address gets a mail', async () => {
      const id = await world.someone('hugo@passwords.example');
      const browser = await world.signedIn('hugo@passwords.example');
      expect((await ask(browser, 'hugo.new@passwords.example', 'not my horse battery')).status).toBe(403);
      expect((await ask(browser, 'hugo.new@passwords.example')).status).toBe(202);
      const code = await world.newestCode('hugo.new@passwords.example');
      expect((await world.newestTo('hugo@passwords.example')).text).not.toContain('code=');
      expect((await login('hugo.new@passwords.example', PASSWORD)).status).toBe(401);
      expect((await confirm(code)).status).toBe(204);
      expect((await login('hugo.new@passwords.example', PASSWORD)).status).toBe(204);
      expect((await login('hugo@passwords.example', PASSWORD)).status).toBe(401);
      expect((await confirm(code)).status).toBe(410);
      const member = await world.admin.get<{ email: string }>(`/api/v1/members/${id}`);
      expect(member.body.email).toBe('hugo.new@passwords.example');
    });

    it('that belongs to another account is answered the same, and only its owner gets a mail', async () => {
      await world.someone('ines@passwords.example');
      await world.someone('jean@passwords.example');
      const browser = await world.signedIn('ines@passwords.example');
      const [taken, free] = [
        await ask(browser, 'jean@passwords.example'),
        await ask(browser, 'free@passwords.example'),
      ];
      expect([taken.status, taken.text]).toEqual([free.status, free.text]);
      // Only the last request counts: the first one's mail may have been written before or after it.
      await world.newestCode('free@passwords.example');
      await ask(browser, 'jean@passwords.example');
      const mail = await world.newestTo('jean@passwords.example');
      expect(mail.subject).toBe('An account already uses this address');
      expect(mail.text).not.toContain('code=');
    });

    it('is dropped when the password is changed before it is confirmed', async () => {
      await world.someone('kim@passwords.example');
      const browser = await world.signedIn('kim@passwords.example');
      await ask(browser, 'thief@passwords.example');
      const code = await world.newestCode('thief@passwords.example');
      await browser.post('/api/v1/auth/password', { current: PASSWORD, next: NEXT_PASSWORD });
      expect((await confirm(code)).body.code).toBe('AUTH.CODE_INVALID');
    });
  });
});
