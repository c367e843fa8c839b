import { createHash } from 'node:crypto';
import { describeOnBothDatabases, pollUntil, startSmtp, type TemporarySmtp } from '@pandafab/testing';
import { HealFiles } from '../../../apps/server/src/money/documents/heal-files';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { BillingWorld } from '../fixtures/billing-world';

interface Detail {
  readonly sentAt: string | null;
  readonly mails: { address: string; result: string; failure: string | null }[];
  readonly files: { kind: string; sha256: string }[];
}

describeOnBothDatabases('a document', (open) => {
  let smtp: TemporarySmtp;
  let world: BillingWorld;

  beforeAll(async () => {
    smtp = await startSmtp();
    world = await BillingWorld.open(await open(), { SMTP_URL: smtp.url, MAIL_FROM: 'fab@fab.example' });
    await world.recordSeller();
  });
  afterAll(async () => {
    await world.server.stop();
    await smtp.stop();
  });

  const issued = async () => {
    const id = await world.prestation(await world.organisation());
    await world.addLine(id);
    return (await world.issue(id)).body;
  };
  const detail = async (id: string) => (await world.ask<Detail>('GET', `/documents/${id}`)).body;

  it('is sent by mail with its PDF attached, and the result is recorded', async () => {
    const { id, number } = await issued();
    const template = await world.ask<{ subject: string; text: string }>(
      'GET',
      `/documents/${id}/mail-template`,
    );
    expect(template.body.subject).toContain(number);
    expect(template.body.text).toContain('112,50');
    const to = 'client@example.org';
    const sent = await world.ask('POST', `/documents/${id}/mail`, { ...template.body, to });
    expect(sent).toMatchObject({ status: 201, body: { address: to, result: 'waiting' } });
    const [mail] = await smtp.mailsTo(to);
    expect(mail?.text).not.toContain('automatique');
    expect(mail?.text).toContain('Cordialement');
    expect(mail?.headers.get('reply-to')).toMatchObject({ text: 'compta@exemple.fr' });
    const [attached] = mail?.attachments ?? [];
    const { files } = await detail(id);
    expect(attached?.name).toBe(`${number}.pdf`);
    expect(
      createHash('sha256')
        .update(attached?.content ?? '')
        .digest('hex'),
    ).toBe(files.find(({ kind }) => kind === 'pdf')?.sha256);
    const after = await pollUntil('the result', async () => {
      const found = await detail(id);
      return found.mails[0]?.result === 'sent' ? found : undefined;
    });
    expect(after.sentAt).not.toBeNull();
  });

  it('says which address the mail server refused', async () => {
    const { id } = await issued();
    smtp.refuse('gone@example.org');
    await world.ask('POST', `/documents/${id}/mail`, {
      to: 'gone@example.org',
      subject: 'Facture',
      text: 'Bonjour',
    });
    const { mails } = await pollUntil('the refusal', async () => {
      const found = await detail(id);
      return found.mails[0]?.result === 'failed' ? found : undefined;
    });
    expect(mails[0]?.failure).toContain('550');
  });

  it('that could not be written is written at the next start', async () => {
    const disk = jest.spyOn(world.server.app.get(FileStore), 'receive');
    disk.mockRejectedValueOnce(new Error('no space left on device'));
    const { id } = await issued();
    disk.mockRestore();
    expect((await detail(id)).files).toEqual([]);
    await world.server.app.get(HealFiles).heal();
    expect((await detail(id)).files.map(({ kind }) => kind)).toEqual(['pdf', 'xml']);
  });

  it('has the same electronic form in its file and inside its PDF, each time', async () => {
    const { id } = await issued();
    const xml = await world.billing.client.get(`/api/v1/documents/${id}/file/xml`);
    expect(xml.text).toContain('urn:cen.eu:en16931:2017');
    const again = await world.billing.client.get(`/api/v1/documents/${id}/file/xml`);
    expect(again.text).toBe(xml.text);
  });
});
