import type { FakeClock, TestServer } from '@pandafab/testing';
import { type MailWorld, NEXT_PASSWORD, PASSWORD } from '../fixtures/mail-world';
import { describeOnSharedClock } from '../fixtures/shared-clock';
import { describeOnSharedMail } from '../fixtures/shared-mail';

const HOUR_MS = 3_600_000;

interface Handed {
  readonly sent: boolean;
  readonly link: string | null;
  readonly expiresAt: string;
  readonly code: string;
}

describeOnSharedClock('a new password without mail', (shared) => {
  let server: TestServer;
  let clock: FakeClock;

  beforeAll(async () => {
    ({ server, clock } = await shared());
  });

  const handOver = (memberId: string, { client } = manager) =>
    client.post<Handed>(`/api/v1/members/${memberId}/password-link`);
  const codeIn = (link: string | null) => /\/password\?code=([\w-]+)$/.exec(link ?? '')?.[1] ?? '';
  const reset = (code: string, browser = server.anonymous()) =>
    browser.post('/api/v1/auth/password-reset', { code, password: NEXT_PASSWORD });
  const refused = async (code: string) => {
    const { status, body } = await reset(code);
    expect([status, body.code]).toEqual([410, 'AUTH.CODE_INVALID']);
  };
  let manager: Awaited<ReturnType<TestServer['accountWith']>>;
  beforeAll(async () => {
    manager = await server.accountWith('manager');
  });

  it('is set by a link that a manager hands over: it works once, ends every session, and is in the audit trail', async () => {
    const maker = await server.accountWith('maker');
    const { status, body } = await handOver(maker.memberId);
    expect([status, body.sent, Date.parse(body.expiresAt) - clock.now()]).toEqual([201, false, HOUR_MS]);
    const code = codeIn(body.link);
    const page = await server.anonymous().get(`/password?code=${code}`);
    expect(page.status).toBe(200);
    const browser = server.anonymous();
    expect((await reset(code, browser)).status).toBe(204);
    const me = await browser.get<{ member: { id: string } }>('/api/v1/me');
    expect(me.body.member.id).toBe(maker.memberId);
    await refused(code);
    const { client } = await server.accountWith('administrator');
    const audit = await client.get<{ items: { action: string; subject: object }[] }>(
      '/api/v1/audit?limit=200',
    );
    expect(audit.body.items.map(({ action }) => action)).toContain('account.password-link-made');
    expect(audit.text).not.toContain(code);
  });

  it('is refused after an hour, after a newer one, or once the account of its maker is disabled', async () => {
    const [late, replaced, orphan] = [
      await server.accountWith('maker'),
      await server.accountWith('maker'),
      await server.accountWith('maker'),
    ];
    const old = codeIn((await handOver(replaced.memberId)).body.link);
    await handOver(replaced.memberId);
    await refused(old);
    const leaver = await server.accountWith('manager');
    const theirs = codeIn((await handOver(orphan.memberId, leaver)).body.link);
    const { client } = await server.accountWith('administrator');
    await client.post(`/api/v1/accounts/${leaver.accountId}/disable`);
    await refused(theirs);
    const slow = codeIn((await handOver(late.memberId)).body.link);
    clock.jump(HOUR_MS);
    await refused(slow);
  });

  it('is made for staff only by administrators, never for the caller, and only for members with an account', async () => {
    const administrator = await server.accountWith('administrator');
    const billing = await server.accountWith('billing');
    const code = async (...args: Parameters<typeof handOver>) => (await handOver(...args)).body.code;
    expect(await code(billing.memberId)).toBe('MEMBER.OF_STAFF');
    expect((await handOver(billing.memberId, administrator)).status).toBe(201);
    expect(await code(administrator.memberId, administrator)).toBe('AUTH.OWN_PASSWORD_LINK');
    const made = await administrator.client.post<{ id: string }>('/api/v1/members', { displayName: 'Guest' });
    expect(await code(made.body.id)).toBe('MEMBER.NO_ACCOUNT');
    const shut = await server.accountWith('maker');
    await administrator.client.post(`/api/v1/accounts/${shut.accountId}/disable`);
    expect(await code(shut.memberId)).toBe('MEMBER.ACCOUNT_DISABLED');
    expect(await code(shut.memberId, shut)).not.toBeUndefined();
  });

  it('is mentioned on the sign-in page, and without mail no person can register', async () => {
    const page = await server.anonymous().get('/', { headers: { 'accept-language': 'en' } });
    expect(page.text).toContain('The staff of your lab can give you a link');
    const { client } = await server.accountWith('administrator');
    expect((await client.get<{ sendsMail: boolean }>('/api/v1/me')).body.sendsMail).toBe(false);
    const lab = await client.post<{ id: string }>('/api/v1/labs', { name: 'Fontaine' });
    const ticked = await client.patch(`/api/v1/labs/${lab.body.id}`, { selfRegistration: true });
    expect([ticked.status, ticked.body.code]).toEqual([409, 'LAB.REGISTRATION_NEEDS_MAIL']);
    expect((await client.patch(`/api/v1/labs/${lab.body.id}`, { selfRegistration: false })).status).toBe(200);
  });
});

describeOnSharedMail('a new password by mail', (shared) => {
  let world: MailWorld;
  beforeAll(async () => {
    ({ world } = await shared());
  });

  it('is set by a link sent to the address with which the member signs in; the staff see no link', async () => {
    const id = await world.someone('ana@links.example');
    await (await world.signedIn('ana@links.example')).patch('/api/v1/me', { language: 'fr' });
    const { body } = await world.admin.post<Handed>(`/api/v1/members/${id}/password-link`);
    expect(body).toMatchObject({ sent: true, link: null });
    const code = await world.newestCode('ana@links.example');
    // In the language of the reader, not of the sender.
    expect((await world.newestTo('ana@links.example')).subject).toBe('Votre nouveau mot de passe');
    const answer = await world.server
      .anonymous()
      .post('/api/v1/auth/password-reset', { code, password: NEXT_PASSWORD });
    expect(answer.status).toBe(204);
    await expect(world.signedIn('ana@links.example', PASSWORD)).rejects.toThrow();
    await world.signedIn('ana@links.example', NEXT_PASSWORD);
  });
});
