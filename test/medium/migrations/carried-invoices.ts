import { paperFlaws } from '@pandafab/domain';
import { describeOnBothDatabases } from '@pandafab/testing';
import { migrations } from '../../../apps/server/src/app/migrations';
import { schema } from '../../../apps/server/src/app/schema';
import { DocumentFile, PaperDocument } from '../../../apps/server/src/money/documents/document.entities';
import { DocumentCounter } from '../../../apps/server/src/money/numbers/document-series.entities';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { sellerSettings } from '../fixtures/billing-seller';
import { openOld } from '../fixtures/open-old';

const SHA = 'c'.repeat(64);
const { wordings } = sellerSettings;
const client = {
  ...{ name: 'Lycée Exemple', addressLine: '2 place de la Mairie', postcode: '21000', city: 'Dijon' },
  ...{ countryCode: 'FR', siren: '987654324', siret: '98765432400012', vatNumber: null },
};
const taxed = { categoryCode: 'S', rateBasisPoints: 2000, exemptionCode: null, exemptionText: null };
const exempt = {
  ...{
    categoryCode: 'E',
    rateBasisPoints: 0,
    exemptionCode: 'VATEX-FR-CGI261-7',
    exemptionText: 'Exonération',
  },
};
const vat = [
  { ...taxed, baseCents: 328, vatCents: 66 },
  { ...exempt, baseCents: 11_250, vatCents: 0 },
];
const mentions = [
  ...['Exonération (VATEX-FR-CGI261-7)', wordings.operationCategory.services],
  ...[wordings.vatOnDebits, wordings.earlyPayment, wordings.latePenalty, wordings.recoveryIndemnity],
];
const json = (value: unknown) => JSON.stringify(value).replaceAll("'", "''");

/** As a network wrote them down while there were invoices only. */
const rows = [
  `INSERT INTO members (id, category, "createdAt") VALUES ('m', 'non-resident', 0)`,
  `INSERT INTO accounts (id, "memberId", email, "passwordHash", "createdAt") VALUES ('a', 'm', 'a@b.fr', 'x', 0)`,
  `INSERT INTO organisations (id, name, "addressLine", postcode, city, "countryCode", "createdAt")
    VALUES ('o', 'Lycée Exemple', '2 place de la Mairie', '21000', 'Dijon', 'FR', 0)`,
  ...['p', 'q'].flatMap((id, at) => [
    `INSERT INTO prestations (id, reference, "organisationId", title, state, "createdBy", "createdAt", "changedAt")
      VALUES ('${id}', 'PR-2026-00000${at + 1}', 'o', 'Supports', 'invoiced', 'a', 0, 0)`,
    `INSERT INTO prestation_lines (id, "prestationId", position, kind, label, details, quantity, unit, basis,
      "unitPriceCents", "netCents", activity, nature, "servedOn", "createdAt")
      VALUES ('l${id}', '${id}', 2, 'hand-written', 'Formation', '[]', '2.5', 'HUR', 1, 4500, 11250, 'training',
      'services', '2026-11-20', 0)`,
    `INSERT INTO invoices (id, number, "prestationId", "organisationId", "issuedOn", "dueOn", "servedFrom",
      "servedTo", reference, title, seller, client, mentions, "operationCategory", currency, vat, "netCents",
      "vatCents", "grossCents", "issuedBy", "issuedAt")
      VALUES ('i${id}', 'FA-2026-00000${at + 1}', '${id}', 'o', '2026-11-23', '2026-12-23', '2026-11-20',
      '2026-11-23', 'PR-2026-00000${at + 1}', 'Supports', '${json(sellerSettings)}', '${json(client)}',
      '${json(mentions)}', 'services', 'EUR', '${json(vat)}', 11578, 66, 11644, 'a', 1000)`,
    ...[
      ['Impression', '1', 'C62', 328, 328, taxed] as const,
      ['Formation', '2.5', 'HUR', 4500, 11_250, exempt] as const,
    ].map(
      (
        [label, quantity, unit, price, net, tax],
        index,
      ) => `INSERT INTO invoice_lines (id, "invoiceId", position,
        kind, label, details, quantity, unit, basis, "unitPriceCents", "netCents", nature, "categoryCode",
        "rateBasisPoints", "exemptionCode", "exemptionText")
        VALUES ('${id}${index}', 'i${id}', ${index + 1}, 'hand-written', '${label}', '["sur place"]', '${quantity}',
        '${unit}', 1, ${price}, ${net}, 'services', '${tax.categoryCode}', ${tax.rateBasisPoints},
        ${tax.exemptionCode === null ? 'NULL' : `'${tax.exemptionCode}'`},
        ${tax.exemptionText === null ? 'NULL' : `'${tax.exemptionText}'`})`,
    ),
  ]),
  `INSERT INTO invoice_documents ("invoiceId", sha256, bytes, "createdAt") VALUES ('ip', '${SHA}', 12345, 2000)`,
  `UPDATE document_counters SET year = 2026, "lastNumber" = 2, "lastIssuedOn" = '2026-11-23' WHERE kind = 'FA'`,
];

describeOnBothDatabases('invoices from before documents had kinds', (open) => {
  let database: Database;

  beforeAll(async () => {
    const opened = await open();
    const old = await openOld(opened, migrations);
    for (const row of rows) await old.query(row);
    await old.destroy();
    database = await openDatabase(opened.location, schema);
  });
  afterAll(() => closeDatabase(database));

  const documents = () => database.writer.manager.find(PaperDocument, { order: { number: 'ASC' } });

  it('are documents with their ids, numbers and amounts', async () => {
    expect(await documents()).toMatchObject([
      {
        ...{ id: 'ip', kind: 'invoice', state: 'issued', number: 'FA-2026-000001', prestationId: 'p' },
        ...{ clientName: 'Lycée Exemple', issuedOn: '2026-11-23', dueOn: '2026-12-23', version: 1 },
        ...{ netCents: 11_578, vatCents: 66, grossCents: 11_644, issuedBy: 'a', issuedAt: 1000, key: null },
      },
      { id: 'iq', number: 'FA-2026-000002' },
    ]);
  });

  it('have a content that adds up, with the seller, the client and the mentions of then', async () => {
    const [first] = await documents();
    if (!first?.content) throw new Error('not carried over');
    const { content } = first;
    expect(paperFlaws(content).filter(({ severity }) => severity === 'refusal')).toEqual([]);
    expect(content).toMatchObject({
      ...{
        seller: { name: sellerSettings.name, iban: sellerSettings.iban },
        vat,
        process: 'S1',
        vatDue: 'issue',
      },
      client: { kind: 'business', name: 'Lycée Exemple', siret: '98765432400012' },
      lines: [
        { label: 'Impression', unitPrice: '3.28', netCents: 328, tax: taxed, sourceLineId: null },
        { label: 'Formation', unitPrice: '45', quantity: '2.5', tax: exempt, sourceLineId: 'lp' },
      ],
    });
    expect(content.notes.map(({ text }) => text)).toEqual(mentions);
    expect(content.notes.map(({ code }) => code)).toEqual([null, null, null, 'AAB', 'PMD', 'PMT']);
  });

  it('keep the bytes of their PDFs, and the series goes on', async () => {
    const { manager } = database.writer;
    const files = await manager.find(DocumentFile);
    expect(files).toMatchObject([
      { documentId: 'ip', kind: 'pdf', sha256: SHA, bytes: 12_345, createdAt: 2000 },
    ]);
    const counter = await manager.findOneByOrFail(DocumentCounter, { prefix: 'FA' });
    expect(counter).toMatchObject({ kind: 'invoice', year: 2026, lastNumber: 2, lastIssuedOn: '2026-11-23' });
  });
});
