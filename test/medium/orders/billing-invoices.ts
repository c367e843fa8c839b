import type { OrganisationId, PrestationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { faultsIn } from '../../typography/faults-in';
import { sellerSettings } from '../fixtures/billing-seller';
import { BillingWorld } from '../fixtures/billing-world';
import { pdfText, pdfTextAsSet } from '../fixtures/pdf-text';

const sequenceOf = (number: string): number => Number(number.slice(-6));

describeOnBothDatabases('invoices', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    client = await world.organisation();
    await world.publishTariff();
    await world.recordSeller();
  });
  afterAll(() => world.server.stop());

  /** A prestation with one line of 112.50 €. */
  const withLine = async (): Promise<PrestationId> => {
    const id = await world.prestation(client);
    await world.addLine(id);
    return id;
  };
  const issued = async (): Promise<string> => (await world.issue(await withLine())).body.number;

  it('contains a print and a hand-written line, each taxed by its activity', async () => {
    const id = await world.prestation(client, { purchaseOrder: 'EJ-4711' });
    await world.print({ memberId: await world.member('non-resident'), prestationId: id });
    await world.addLine(id);
    const { status, body } = await world.issue(id);
    expect(status).toBe(200);
    const invoice = await world.ask<{ content: object }>('GET', `/documents/${body.id}`);
    // Print: 1.00 € + 0.5 h at 2.50 € + 12.345 g at 83.40 € the kilogram = 3.28 €.
    expect(invoice.body).toMatchObject({
      ...{ netCents: 328 + 11_250, vatCents: 66, grossCents: 11_644, openCents: 11_644 },
      ...{ issuedOn: '2026-11-23', dueOn: '2026-12-23' },
    });
    expect(invoice.body.content).toMatchObject({
      ...{ purchaseOrder: 'EJ-4711', operationKind: 'services', vatDue: 'issue', process: 'S1' },
      vat: [
        { rateBasisPoints: 2000, baseCents: 328, vatCents: 66, exemptionCode: null },
        { rateBasisPoints: 0, baseCents: 11_250, vatCents: 0, exemptionCode: 'VATEX-FR-CGI261-7' },
      ],
      lines: [
        { kind: 'item', netCents: 328, tax: { categoryCode: 'S' } },
        { kind: 'item', quantity: '2.5', netCents: 11_250, tax: { categoryCode: 'E' } },
      ],
    });
  });

  it('has every mention that the law asks for in its PDF', async () => {
    const id = await world.prestation(client, { purchaseOrder: 'EJ-4711' });
    await world.print({ memberId: await world.member('non-resident'), prestationId: id });
    await world.addLine(id, { servedOn: '2026-11-20' });
    const { body } = await world.issue(id);
    const answer = await fetch(`${world.server.url}/api/v1/documents/${body.id}/file/pdf`, {
      headers: { authorization: `Bearer ${world.billing.client.token}` },
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain(`${body.number}.pdf`);
    const pdf = Buffer.from(await answer.arrayBuffer());
    // Numbers are printed in groups: spaces do not matter here.
    const flat = (written: string) => written.replace(/\s/g, '').toLowerCase();
    const text = flat(pdfText(pdf));
    expect(
      pdfTextAsSet(pdf)
        .split('\n')
        .filter((line) => faultsIn(line).length > 0),
    ).toEqual([]);
    const { wordings } = sellerSettings;
    const mentions = [
      ...['Facture', body.number, '23/11/2026', '23/12/2026', 'du 20/11/2026 au 23/11/2026', 'EJ-4711'],
      ...['Association Les Ateliers', '1 rue de l’Exemple', 'SIREN 123456782', 'SIRET 12345678200010'],
      ...['N° de TVA FR11123456782', 'Lycée Exemple', '2 place de la Mairie', '21000 Dijon'],
      ...['SIRET du client', '98765432400012', 'Impression 3D « bracket.gcode »', '45,00 € / h'],
      ...[
        'Matière PLA : 12,345 g × 83,40 € / 1000 g = 1,03 €',
        'Total HT',
        '115,78 €',
        'TVA 20 % sur 3,28 €',
      ],
      ...['0,66 €', 'Exonéré de TVA : 112,50 €', 'Total TTC', '116,44 €', 'IBAN : FR76 3000 6000 0112'],
      'Exonération de TVA, article 261-7-1° du CGI',
      ...[wordings.latePenalty, wordings.earlyPayment, wordings.recoveryIndemnity],
      ...[wordings.vatOnDebits ?? '', wordings.operationCategory.services],
    ];
    expect(mentions.filter((mention) => !text.includes(flat(mention)))).toEqual([]);
  });

  it('is valid when its PDF could not be written; the PDF is made when a person opens it', async () => {
    const disk = jest.spyOn(world.server.app.get(FileStore), 'receive');
    disk.mockRejectedValueOnce(new Error('no space left on device'));
    const { status, body } = await world.issue(await withLine());
    expect(status).toBe(200);
    const pdf = () => world.billing.client.get(`/api/v1/documents/${body.id}/file/pdf`);
    const [first, second] = [await pdf(), await pdf()];
    expect(first.text.slice(0, 5)).toBe('%PDF-');
    expect(second.text).toBe(first.text);
    // Once without success, then the PDF and the XML.
    expect(disk).toHaveBeenCalledTimes(3);
    disk.mockRestore();
  });

  it('asks no recovery indemnity of a private person', async () => {
    const id = await world.prestation(await world.organisation(null, 'person'));
    await world.addLine(id);
    const { body } = await world.issue(id);
    const invoice = await world.ask<{ content: { notes: object[] } }>('GET', `/documents/${body.id}`);
    const texts = JSON.stringify(invoice.body.content.notes);
    expect(texts).not.toContain(sellerSettings.wordings.recoveryIndemnity);
    expect(invoice.body.content.notes).toContainEqual(
      expect.objectContaining({ code: 'PMT', isPrinted: false }),
    );
  });

  it('is the same one when it is requested again', async () => {
    const id = await withLine();
    const first = await world.issue(id);
    const second = await world.issue(id);
    expect(second.body).toEqual(first.body);
  });

  it('is issued once when five requests come at the same time', async () => {
    const id = await withLine();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.issue(id)));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  });

  it('is numbered without gap or duplicate, also when many are issued at the same time and some fail', async () => {
    const last = sequenceOf(await issued());
    const good = await Promise.all(Array.from({ length: 8 }, withLine));
    const bad = await Promise.all(Array.from({ length: 4 }, () => world.prestation(client)));
    await Promise.all(bad.map((id) => world.addLine(id, { activity: 'video' })));
    const answers = await Promise.all([...good, ...bad].map(world.issue));
    expect(answers.slice(8).map(({ body }) => body.code)).toEqual(
      bad.map(() => 'BILLING.ACTIVITY_NOT_TAXED'),
    );
    const numbers = answers.slice(0, 8).map(({ body }) => sequenceOf(body.number));
    expect(numbers.sort((a, b) => a - b)).toEqual(good.map((_, index) => last + 1 + index));
    expect(sequenceOf(await issued())).toBe(last + 9);
  });

  it('is numbered without gap or duplicate when fifty are issued at the same time', async () => {
    const last = sequenceOf(await issued());
    const ids = [];
    for (let at = 0; at < 50; at += 1) ids.push(await withLine());
    const answers = await Promise.all(ids.map(world.issue));
    const numbers = [...new Set(answers.map(({ body }) => sequenceOf(body.number)))];
    expect(numbers.sort((a, b) => a - b)).toEqual(ids.map((_, index) => last + 1 + index));
  });

  it.each(['tariff_versions', 'seller_settings', 'document_files'])(
    'the database refuses to change or delete rows of %s',
    async (table) => {
      await issued();
      const change = (sql: string) => world.write(({ manager }) => manager.query(sql));
      await expect(change(`UPDATE ${table} SET id = id`)).rejects.toThrow('append-only');
      await expect(change(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    },
  );

  it.each(['number', 'content', '"netCents"', '"issuedOn"', '"clientName"', 'salt', 'state'])(
    'the database refuses to change its %s, and to delete it',
    async (column) => {
      const number = await issued();
      const change = (sql: string) => world.write(({ manager }) => manager.query(sql));
      const where = `WHERE number = '${number}'`;
      await expect(change(`UPDATE documents SET ${column} = ${column} ${where}`)).rejects.toThrow(
        'is frozen',
      );
      await expect(change(`DELETE FROM documents ${where}`)).rejects.toThrow('is frozen');
    },
  );

  it('keeps what it shows when the seller’s settings and the client change', async () => {
    const { body } = await world.issue(await withLine());
    const before = await world.ask('GET', `/documents/${body.id}`);
    await world.recordSeller({ name: 'Association Renommée' });
    const after = await world.ask('GET', `/documents/${body.id}`);
    await world.recordSeller();
    expect(after.body).toEqual(before.body);
  });

  it('is dated in Paris, never before the one before, and numbered from 1 each year', async () => {
    const { now } = world.date;
    world.date.now = Date.parse('2026-12-31T22:59:00Z');
    const old = await world.issue(await withLine());
    expect(old.body.issuedOn).toBe('2026-12-31');
    const waiting = await withLine();
    world.date.now = now;
    const refused = await world.issue(waiting);
    expect(refused.body).toMatchObject({ code: 'BILLING.DATE_BEFORE_LAST', params: { last: '2026-12-31' } });
    world.date.now = Date.parse('2026-12-31T23:00:00Z');
    const fresh = await world.issue(waiting);
    expect(fresh.body).toMatchObject({ number: 'FA-2027-000001', issuedOn: '2027-01-01' });
  });
});
