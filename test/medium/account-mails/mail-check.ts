import { describeOnBothDatabases } from '@pandafab/testing';
import { MailWorld } from '../fixtures/mail-world';
import { describeOnSharedClock } from '../fixtures/shared-clock';

interface TestMail {
  readonly address: string;
  readonly state: string;
  readonly answer: string | null;
}
interface MailStatus {
  readonly server: { readonly host: string; readonly from: string; readonly signsIn: boolean } | null;
  readonly waiting: number;
  readonly failures: readonly {
    readonly address: string;
    readonly answer: string;
    readonly subject: string;
  }[];
}

describeOnBothDatabases('the mail check of administrators', (open) => {
  it('sends a test mail to oneself, says what the mail server answered, and is recorded', async () => {
    const world = await MailWorld.start(await open());
    try {
      const { client, accountId } = await world.server.accountWith('administrator');
      const address = `${accountId}@test.invalid`;
      const test = () => client.post<TestMail>('/api/v1/mail/test');
      expect(await test()).toMatchObject({ status: 200, body: { address, state: 'sent', answer: null } });
      expect(await world.newestTo(address)).toMatchObject({ from: '"PandaFab" <fab@fab.example>' });
      world.smtp.refuse(address, '5.7.1 sender not allowed');
      expect((await test()).body).toMatchObject({
        state: 'failed',
        answer: expect.stringContaining('5.7.1 sender not allowed'),
      });
      const french = { headers: { 'accept-language': 'fr' } };
      const { body } = await client.get<MailStatus>('/api/v1/mail', french);
      expect(body).toMatchObject({
        server: { host: '127.0.0.1', from: 'PandaFab <fab@fab.example>', signsIn: false },
        waiting: 0,
      });
      expect(body.failures).toMatchObject([{ address, subject: 'Courriel d’essai de PandaFab' }]);
      const audited = await client.get<{ total: number }>('/api/v1/audit?action=mail.tested');
      expect(audited.body.total).toBe(2);
    } finally {
      await world.stop();
    }
  });

  it('is limited: an administrator cannot send test mails without end', async () => {
    const world = await MailWorld.start(await open(), { limits: undefined });
    try {
      const { client } = await world.server.accountWith('administrator');
      const statuses: number[] = [];
      for (let at = 0; at < 6; at++) statuses.push((await client.post('/api/v1/mail/test')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    } finally {
      await world.stop();
    }
  });
});

describeOnSharedClock('the mail check of administrators without a mail server', (shared) => {
  it('says that no mail is sent where no mail server is set', async () => {
    const { client } = await (await shared()).server.accountWith('administrator');
    expect((await client.get<MailStatus>('/api/v1/mail')).body.server).toBeNull();
    const refused = await client.post('/api/v1/mail/test');
    expect(refused).toMatchObject({ status: 503, body: { code: 'MAIL.NOT_CONFIGURED' } });
  });
});
