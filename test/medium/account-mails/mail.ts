import { newId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  FakeClock,
  pollUntil,
  startRedis,
  startSmtp,
  type TemporaryRedis,
} from '@pandafab/testing';
import { Redis } from 'ioredis';
import { limitSettings } from '../../../apps/server/src/platform/limits/limit-settings';
import { Smtp } from '../../../apps/server/src/platform/mail/smtp';
import { MailWorld, PASSWORD, PUBLIC_URL } from '../fixtures/mail-world';
import { describeOnSharedClock } from '../fixtures/shared-clock';

const HOUR_MS = 3_600_000;
/** As often as the server looks whether Redis has forgotten something. */
const SWEEP_MS = 5000;

describeOnBothDatabases('mail', (open) => {
  let world: MailWorld;
  let redis: TemporaryRedis;
  let client: Redis;
  const clock = new FakeClock();

  beforeAll(async () => {
    redis = await startRedis();
    client = new Redis(redis.url);
    world = await MailWorld.start(await open(), { clock, redisUrl: redis.url });
  });
  afterAll(async () => {
    client.disconnect();
    await world.stop();
    await redis.stop();
  });

  const forget = (email: string) => world.server.anonymous().post('/api/v1/auth/forgotten', { email });
  /** BullMQ keeps here what failed and is to be tried again. */
  const attemptFailed = () =>
    pollUntil('a first attempt has failed', () => client.zcard('pandafab:mail:delayed'));

  it('is readable, in the person’s language, with a link to the public address', async () => {
    await world.someone('ana@example.org');
    const french = { headers: { 'accept-language': 'fr' } };
    await world.server.anonymous().post('/api/v1/auth/forgotten', { email: 'ana@example.org' }, french);
    const mail = await world.newestTo('ana@example.org');
    expect(mail).toMatchObject({
      subject: 'Votre nouveau mot de passe',
      from: '"PandaFab" <fab@fab.example>',
    });
    expect(mail.text).toContain(`${PUBLIC_URL}/password?code=`);
    expect(mail.text).toContain('pendant une heure');
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is one mail for one request, also when the mail server is away at first and then says to try again', async () => {
    await world.someone('bilal@example.org');
    await world.smtp.goAway();
    expect((await forget('bilal@example.org')).status).toBe(202);
    await attemptFailed();
    world.smtp.putOff(1);
    await world.smtp.comeBack();
    const code = await world.newestCode('bilal@example.org');
    expect(await world.settled('bilal@example.org')).toMatchObject([{ state: 'sent' }]);
    expect(world.smtp.received.filter(({ to }) => to === 'bilal@example.org')).toHaveLength(1);
    const done = await world.server
      .anonymous()
      .post('/api/v1/auth/password-reset', { code, password: 'another horse battery' });
    expect(done.status).toBe(204);
  });

  it('to a mailbox that does not exist is sent once, and staff see that next to the address', async () => {
    const id = await world.member('Chloé');
    world.smtp.refuse('chloe@example.org');
    const invited = await world.admin.post(`/api/v1/members/${id}/invitation`, {
      email: 'chloe@example.org',
    });
    expect(invited.body).toMatchObject({ sent: true, link: null });
    expect(await world.settled('chloe@example.org')).toEqual([
      { state: 'failed', failure: expect.stringContaining('no such mailbox here') },
    ]);
    expect(world.smtp.offers('chloe@example.org')).toBe(1);
    const member = await world.admin.get<{ emailBouncedAt: string | null }>(`/api/v1/members/${id}`);
    expect(member.body.emailBouncedAt).toBe(new Date(clock.now()).toISOString());
    const [entry] = await world.query<{ subjectId: string; actorKind: string }>(
      `SELECT "subjectId", "actorKind" FROM audit_entries WHERE action = 'mail.bounced'`,
    );
    expect(entry).toEqual({ subjectId: id, actorKind: 'server' });
  });

  it('that is refused for another reason than its address leaves the address alone', async () => {
    const id = await world.member('Dora', 'dora@example.org');
    world.smtp.refuse('dora@example.org', '5.7.1 relaying is not allowed');
    await world.admin.post(`/api/v1/members/${id}/invitation`, { email: 'dora@example.org' });
    expect(await world.settled('dora@example.org')).toMatchObject([{ state: 'failed' }]);
    const member = await world.admin.get<{ emailBouncedAt: string | null }>(`/api/v1/members/${id}`);
    expect(member.body.emailBouncedAt).toBeNull();
  });

  it.each([
    '5.7.1 relaying is not allowed',
    'Relay access denied',
    '5.7.26 unauthenticated mail is rejected',
  ])(
    'that is refused by policy (%s) is reported to the inviting person, who gets the link instead',
    async (words) => {
      const email = `${newId()}@example.org`;
      const id = await world.member('Elsa');
      world.smtp.refuse(email, words);
      const { body } = await world.admin.post<{
        sent: boolean;
        link: string | null;
        refusal: { code: string } | null;
      }>(`/api/v1/members/${id}/invitation`, { email });
      expect(body).toMatchObject({
        sent: false,
        refusal: { code: 'MAIL.REFUSED', details: { words: expect.any(String) } },
      });
      const code = new URL(body.link ?? '').searchParams.get('code');
      const opened = await world.server
        .anonymous()
        .post('/api/v1/auth/invitation', { code, password: 'another horse battery' });
      expect(opened.status).toBe(204);
      const noted = await world.query(
        `SELECT id FROM audit_entries WHERE action = 'mail.undelivered' AND "subjectId" = '${id}'`,
      );
      expect(noted).toHaveLength(1);
    },
  );

  it('that is refused by policy is reported to the person who changes their address', async () => {
    await world.someone('hugo@example.org');
    const client = await world.signedIn('hugo@example.org');
    world.smtp.refuse('new-hugo@example.org', '5.7.1 not from here');
    const answer = await client.post('/api/v1/auth/email', {
      email: 'new-hugo@example.org',
      password: PASSWORD,
    });
    expect(answer).toMatchObject({ status: 502, body: { code: 'MAIL.REFUSED' } });
  });

  it('that is deferred is sent again for a day; staff see that, and in the end that it has failed', async () => {
    const id = await world.member('Iris', 'iris@example.org');
    const start = clock.now();
    await world.smtp.goAway();
    const invited = await world.admin.post(`/api/v1/members/${id}/invitation`, { email: 'iris@example.org' });
    expect(invited.body).toMatchObject({ sent: true, link: null, refusal: null });
    const warnings = async () =>
      (
        await world.server
          .anonymous()
          .get<{ warnings?: { code: string; details: object }[] }>('/api/health/ready')
      ).body.warnings ?? [];
    const aboutMail = async () => (await warnings()).filter(({ code }) => code.startsWith('MAIL.'));
    expect(await aboutMail()).toEqual([]);
    clock.advance(2 * HOUR_MS);
    expect(await aboutMail()).toMatchObject([{ code: 'MAIL.STAYS', details: { count: 1, hours: 24 } }]);
    clock.advance(21 * HOUR_MS);
    const [waiting] = await world.query<{ state: string }>(
      `SELECT state FROM mails WHERE address = 'iris@example.org'`,
    );
    expect(waiting?.state).toBe('waiting');
    clock.advance(start + 25 * HOUR_MS - clock.now());
    expect(await world.settled('iris@example.org')).toMatchObject([{ state: 'failed' }]);
    expect(await aboutMail()).toEqual([]);
    const noted = await world.query(
      `SELECT id FROM audit_entries WHERE action = 'mail.undelivered' AND "subjectId" = '${id}'`,
    );
    expect(noted).toHaveLength(1);
    await world.smtp.comeBack();
  });

  it('leaves no secret in the database: not while it waits, and not afterwards', async () => {
    await world.someone('emil@example.org');
    await forget('emil@example.org');
    const code = await world.newestCode('emil@example.org');
    await world.settled('emil@example.org');
    expect(await world.kept()).not.toContain(code);
  });

  it('is sent after all when Redis forgot it while the mail server was away', async () => {
    await world.someone('gil@example.org');
    await world.smtp.goAway();
    await forget('gil@example.org');
    await attemptFailed();
    await client.flushall();
    await world.smtp.comeBack();
    await clock.advanceAsync(SWEEP_MS);
    await world.newestCode('gil@example.org');
    expect(await world.settled('gil@example.org')).toMatchObject([{ state: 'sent' }]);
    expect(world.codesTo('gil@example.org')).toHaveLength(1);
  });

  it('is not sent once its link has expired', async () => {
    await world.someone('fanny@example.org');
    await world.smtp.goAway();
    await forget('fanny@example.org');
    await attemptFailed();
    clock.advance(2 * HOUR_MS);
    await world.smtp.comeBack();
    expect(await world.settled('fanny@example.org')).toMatchObject([{ state: 'dropped' }]);
    expect(world.smtp.received.filter(({ to }) => to === 'fanny@example.org')).toEqual([]);
  });
});

describeOnSharedClock('without a mail server', (shared) => {
  it('no answer promises a mail, and actions that need mail say so', async () => {
    const { server } = await shared();
    const browser = server.anonymous();
    const requests = [
      await browser.post('/api/v1/auth/forgotten', { email: 'ana@example.org' }),
      await browser.post('/api/v1/auth/register', {
        labId: '0193b0e0-0000-7000-8000-000000000000',
        displayName: 'Ana',
        email: 'ana@example.org',
        password: 'correct horse battery',
      }),
    ];
    for (const { status, body } of requests)
      expect([status, body.code]).toEqual([503, 'MAIL.NOT_CONFIGURED']);
    expect((await browser.get('/api/v1/auth/registration-labs')).body).toEqual([]);
  });
});

describe('the password for the mail server', () => {
  it('is not sent over a line that is not encrypted, and is in no message', async () => {
    const server = await startSmtp();
    const smtpUrl = server.url.replace('//', '//fab:secret@');
    const smtp = new Smtp({ smtpUrl, from: 'fab@fab.example' });
    const words = { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
    const delivery = await smtp.deliver({ id: '1', to: 'ana@example.org', language: 'en', ...words });
    expect(delivery.kind).toBe('delayed');
    expect(JSON.stringify(delivery)).not.toContain('secret');
    expect(server.received).toEqual([]);
    await server.stop();
  });
});

describeOnBothDatabases('mails that a visitor may request', (open) => {
  let world: MailWorld;
  const { limits } = limitSettings;
  /** Room for the other test at the network address, not at the mailbox. */
  const wide = {
    ...limitSettings,
    limits: { ...limits, 'mail-from-address': { ...limits['mail-from-address'], points: 12 } },
  };

  beforeAll(async () => {
    world = await MailWorld.start(await open(), { limits: wide });
  });
  afterAll(() => world.stop());

  const forget = (email: string) => world.server.anonymous().post('/api/v1/auth/forgotten', { email });

  it('cannot fill a mailbox, known or unknown', async () => {
    await world.someone('ana@example.org');
    for (const email of ['ana@example.org', 'unknown@example.org']) {
      const statuses = [];
      for (let at = 0; at < limits['mail-to'].points; at++) statuses.push((await forget(email)).status);
      expect(new Set(statuses)).toEqual(new Set([202]));
      const more = await forget(email);
      expect([more.status, more.body.code]).toEqual([429, 'REQUEST.TOO_MANY']);
      expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('are few from one network address, to any recipients', async () => {
    const statuses = [];
    for (let at = 0; at < 12; at++) statuses.push((await forget(`someone${at}@example.org`)).status);
    expect(statuses.at(0)).toBe(202);
    expect(statuses.at(-1)).toBe(429);
  });
});
