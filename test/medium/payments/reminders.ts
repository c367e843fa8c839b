import type { OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil, startSmtp, type TemporarySmtp } from '@pandafab/testing';
import { Reminder } from '../../../apps/server/src/money/reminders/reminder.entities';
import { Organisation } from '../../../apps/server/src/people/organisations/organisation.entity';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { Mail } from '../../../apps/server/src/platform/mail/mail.entity';
import { MailOwners } from '../../../apps/server/src/platform/mail/mail-owners';
import { BillingWorld } from '../fixtures/billing-world';
import { pdfText } from '../fixtures/pdf-text';
import { drawnQrs } from '../papers/drawn-qr';
import { readQr } from '../papers/read-qr';

interface Due {
  readonly documentId: string;
  readonly number: string;
  readonly clientName: string;
  readonly openCents: number;
  readonly step: string;
  readonly way: string;
  readonly address: string | null;
  readonly language: string;
  readonly text: string;
  readonly daysLate: number;
  readonly penaltyCents: number | null;
  readonly indemnityCents: number | null;
}
interface Sent {
  readonly items: {
    readonly documentId: string;
    readonly sent: { readonly id: string; readonly result: string; readonly way: string } | null;
    readonly leftOut: { readonly code: string; readonly what: string } | null;
  }[];
}
interface Settings {
  readonly steps: { step: string; afterDays: number; fr: { subject: string; text: string } }[];
  readonly businessBasisPoints: number | null;
  readonly inForceFrom: string | null;
}

const BUSINESS = 'compta@durand.example';

describeOnBothDatabases('reminders of late invoices', (open) => {
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

  const client = async (kind: Organisation['kind'], email: string | null, countryCode = 'FR') => {
    const id = await world.organisation(kind === 'person' ? null : '987654324', kind);
    await world.write(({ manager }) => manager.update(Organisation, { id }, { email, countryCode }));
    return id;
  };
  /** An invoice of 100.00 € of 23 November, due on 23 December. */
  const invoice = async (organisationId: OrganisationId) => {
    const id = await world.prestation(organisationId);
    await world.addLine(id, { quantity: '1', unitPrice: '100' });
    return (await world.issue(id)).body;
  };
  const due = async () =>
    (await world.ask<{ items: Due[]; total: number; isRateMissing: boolean }>('GET', '/reminders/due')).body;
  const send = async (items: readonly Due[]) => {
    const asked = items.map(({ documentId, step, openCents }) => ({ documentId, step, openCents }));
    return (await world.ask<Sent>('POST', '/reminders', { items: asked })).body.items;
  };
  const pay = (organisationId: OrganisationId, documentId: string, cents: number, paidOn: string) =>
    world.ask('POST', '/payments', {
      ...{ organisationId, cents, paidOn, means: 'transfer', allotments: [{ documentId, cents }] },
    });
  const settings = async () => (await world.ask<Settings>('GET', '/settings/reminders')).body;
  const letterOf = async (id: string) => {
    const { url } = world.server;
    const answer = await world.billing.client.request('GET', `/api/v1/reminders/${id}/letter`);
    expect([answer.status, url]).toEqual([200, url]);
    return answer;
  };
  const on = (day: string) => {
    world.date.now = Date.parse(`${day}T09:00:00Z`);
  };

  it('have settings with a first day, whose order and fields are checked', async () => {
    const first = await settings();
    expect(first).toMatchObject({ inForceFrom: null, businessBasisPoints: null });
    const [friendly, firm, formal] = first.steps;
    const { inForceFrom: _, ...body } = first;
    const put = (change: object) =>
      world.ask<{ errors?: object }>('PUT', '/settings/reminders', { ...body, ...change });
    for (const steps of [
      [firm, friendly, formal],
      [friendly, { ...firm, afterDays: 7 }, formal],
      [friendly, firm],
      [{ ...friendly, fr: { subject: '{numero}', text: 'Bonjour' } }, firm, formal],
    ])
      expect((await put({ steps })).status).toBe(400);
    expect((await due()).isRateMissing).toBe(true);
    const rates = { businessBasisPoints: 1215, publicBodyBasisPoints: 1015, inForceFrom: '2026-01-01' };
    expect((await put(rates)).status).toBe(200);
    expect((await put({ ...rates, businessBasisPoints: 999, inForceFrom: '2099-01-01' })).status).toBe(200);
    expect(await settings()).toMatchObject({ inForceFrom: '2026-01-01', businessBasisPoints: 1215 });
    expect((await world.ask<{ total: number }>('GET', '/settings/reminders/versions')).body.total).toBe(2);
    expect((await due()).isRateMissing).toBe(false);
  });

  it('are sent once, step by step, and never to a client who has paid', async () => {
    const business = await client('client', BUSINESS);
    const person = await client('person', null);
    const abroad = await client('client', 'rechnung@koehler.example', 'DE');
    const [late, partly, paid] = [await invoice(business), await invoice(business), await invoice(business)];
    const [ofPerson, ofAbroad] = [await invoice(person), await invoice(abroad)];
    on('2026-12-29');
    expect((await due()).items).toEqual([]);
    on('2026-12-31');
    const shown = (await due()).items;
    const of = (id: string, all = shown) => all.find(({ documentId }) => documentId === id) as Due;
    expect(shown).toHaveLength(5);
    expect(of(late.id)).toMatchObject({
      ...{ step: 'friendly', way: 'mail', address: BUSINESS, daysLate: 8, openCents: 10_000 },
      ...{ penaltyCents: null, indemnityCents: null, language: 'fr' },
    });
    expect(of(late.id).text.replaceAll('\u00a0', ' ')).toContain('il reste 100,00 € à payer');
    expect(of(ofPerson.id)).toMatchObject({ way: 'letter', address: null });
    expect(of(ofAbroad.id).text).toContain('was due on 23/12/2026');

    // A step that comes later, and a letter that cannot be made.
    const early = await send([{ ...of(late.id), step: 'formal' } as Due]);
    expect(early[0]?.leftOut?.code).toBe('REMINDER.NOT_DUE');
    const letters = jest.spyOn(FileStore.prototype, 'receive').mockRejectedValueOnce(new Error('no memory'));
    const unmade = await send([of(ofPerson.id)]);
    expect(unmade[0]?.leftOut?.code).toBe('REMINDER.NOT_MADE');
    letters.mockRestore();
    await pay(business, partly.id, 4_000, '2026-12-31');
    await pay(business, paid.id, 10_000, '2026-12-31');
    // Two colleagues, and a list that was read before the payments.
    const outcomes = (await Promise.all([send(shown), send(shown)])).flat();
    const codes = (id: string) =>
      outcomes
        .filter(({ documentId }) => documentId === id)
        .map(({ sent, leftOut }) => sent?.way ?? leftOut?.code)
        .sort();
    expect(codes(late.id)).toEqual(['REMINDER.ALREADY_SENT', 'mail']);
    expect(codes(ofPerson.id)).toEqual(['REMINDER.ALREADY_SENT', 'letter']);
    expect(codes(partly.id)).toEqual(['REMINDER.CHANGED', 'REMINDER.CHANGED']);
    expect(codes(paid.id)).toEqual(['REMINDER.PAID', 'REMINDER.PAID']);

    const [mail, ...others] = await smtp.mailsTo(BUSINESS);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain(late.number);
    expect(mail?.attachments.map(({ name }) => name)).toEqual([
      ...[`${late.number}-rappel.pdf`, `${late.number}.pdf`],
    ]);
    const letter = mail?.attachments[0]?.content ?? Buffer.alloc(0);
    expect(pdfText(letter)).toContain('Cordialement,');
    const [code] = drawnQrs(letter).map(readQr);
    expect(code?.split('\n').slice(-4)).toEqual(['EUR100.00', '', '', late.number]);
    const printed = outcomes.find(({ documentId, sent }) => documentId === ofPerson.id && sent)?.sent;
    expect(printed?.result).toBe('printed');
    await letterOf(printed?.id ?? '');

    // What has changed is listed again, with the new amount.
    const [again] = (await due()).items;
    expect(again).toMatchObject({ documentId: partly.id, openCents: 6_000 });
    on('2027-01-15');
    const second = (await due()).items;
    // 23 days of 100.00 € at 12.15 %: 0.765… €
    expect(of(late.id, second)).toMatchObject({
      ...{ step: 'firm', penaltyCents: 77, indemnityCents: 4_000 },
    });
    expect(of(ofPerson.id, second)).toMatchObject({ step: 'firm', penaltyCents: null });
    expect(of(ofPerson.id, second).text).not.toContain('énalités');
    expect(of(partly.id, second)).toMatchObject({ step: 'friendly' });
  });

  it('that were not delivered are due again, and what was sent is kept as it was', async () => {
    const gone = 'gone@example.org';
    smtp.refuse(gone);
    const owner = await client('client', gone);
    const document = await invoice(owner);
    on('2027-03-01');
    const mine = async () => (await due()).items.filter(({ documentId }) => documentId === document.id);
    await send(await mine());
    const history = async () =>
      (
        await world.ask<{ items: { id: string; result: string; failure: string | null }[] }>(
          'GET',
          `/documents/${document.id}/reminders`,
        )
      ).body.items;
    const [failed] = await pollUntil('the refusal', async () => {
      const found = await history();
      return found[0]?.result === 'failed' ? found : undefined;
    });
    expect(failed?.failure).toContain('550');
    expect(await mine()).toMatchObject([{ step: 'friendly' }]);
    const id = failed?.id ?? '';
    const change = world.write(({ manager }) => manager.update(Reminder, { id }, { text: 'Autre' }));
    await expect(change).rejects.toThrow(/frozen/);
    const removal = world.write(({ manager }) => manager.delete(Reminder, { id }));
    await expect(removal).rejects.toThrow(/append-only/);

    // A mail can wait for hours: the client may have paid when it leaves.
    const address = 'slow@example.org';
    await world.write(({ manager }) => manager.update(Organisation, { id: owner }, { email: address }));
    await send(await mine());
    await smtp.mailsTo(address);
    await pay(owner, document.id, 10_000, '2027-03-01');
    const prepared = await world.write(async (unit) => {
      const mail = await unit.manager.findOneByOrFail(Mail, { address });
      return world.server.app.get(MailOwners).of('reminder').prepare(unit, mail, world.server.url);
    });
    expect(prepared).toBe('dropped');
  });
});
