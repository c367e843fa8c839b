import { documentTotals } from '@pandafab/domain';
import {
  type AccountId,
  type Cents,
  type InvoiceId,
  newId,
  type OrganisationId,
  type PrestationId,
} from '@pandafab/shared';
import type { Invoice, InvoiceLine } from '../invoice.entities';
import { renderInvoice } from './render-invoice';

const standard = {
  categoryCode: 'S',
  rateBasisPoints: 2000,
  exemptionCode: null,
  exemptionText: null,
} as const;
const exempt = {
  categoryCode: 'E',
  rateBasisPoints: 0,
  exemptionCode: 'VATEX-FR-CGI261-7',
  exemptionText: 'Exonération de TVA, article 261-7-1° du CGI',
} as const;
const invoiceId = newId<InvoiceId>();

function line(position: number, change: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: newId(),
    invoiceId,
    position,
    kind: 'hand-written',
    usageRecordId: null,
    label: 'Formation à la modélisation',
    details: [],
    ...{ quantity: '2', unit: 'HUR', basis: 1, unitPriceCents: 4_500, netCents: 9_000, nature: 'services' },
    ...exempt,
    ...change,
  };
}

const print = line(1, {
  kind: 'print',
  label: 'Impression 3D « bracket.gcode »',
  details: ['Mise en route : 1,00 €', 'Matière PLA : 12,345 g × 83,40 € / 1000 g = 1,03 €'],
  ...{ quantity: '1', unit: 'C62', unitPriceCents: 333, netCents: 333 },
  ...standard,
});

function invoiceOf(lines: readonly InvoiceLine[]): Invoice {
  const totals = documentTotals(lines.map((each) => ({ ...each, netCents: each.netCents as Cents })));
  return {
    id: invoiceId,
    number: 'FA-2026-000042',
    prestationId: newId<PrestationId>(),
    organisationId: newId<OrganisationId>(),
    ...{ issuedOn: '2026-11-23', dueOn: '2026-12-23', servedFrom: '2026-11-20', servedTo: '2026-11-22' },
    ...{ reference: 'PR-2026-000007', title: 'Supports de capteurs', purchaseOrder: 'EJ-4711' },
    seller: {
      name: 'Association Les Ateliers',
      legalForm: 'Association loi 1901',
      ...{ addressLine: '1 rue de l’Exemple', postcode: '21000', city: 'Dijon', countryCode: 'FR' },
      ...{ siren: '123456782', siret: '12345678200010', vatNumber: 'FR32123456782', rna: 'W212000000' },
      ...{ email: 'compta@exemple.fr', phone: '03 80 00 00 00', website: 'exemple.fr' },
      ...{ iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP' },
      vat: { regime: 'split', activities: { printing: standard, training: exempt } },
      printing: { activity: 'printing', nature: 'services' },
      paymentTermDays: 30,
      wordings: {
        latePenalty: 'Pénalités de retard : trois fois le taux d’intérêt légal',
        earlyPayment: 'Pas d’escompte pour paiement anticipé',
        recoveryIndemnity: 'Indemnité forfaitaire pour frais de recouvrement : 40 €',
        vatOnDebits: null,
        operationCategory: {
          goods: 'Livraison de biens',
          services: 'Catégorie d’opération : prestation de services',
          mixed: 'Mixte',
        },
        footer: null,
      },
    },
    client: {
      name: 'Lycée Exemple',
      ...{ addressLine: '2 place de la Mairie', postcode: '21000', city: 'Dijon', countryCode: 'FR' },
      ...{ siren: '987654324', siret: '98765432400012', vatNumber: null },
    },
    mentions: [
      `${exempt.exemptionText} (${exempt.exemptionCode})`,
      'Catégorie d’opération : prestation de services',
      'Pas d’escompte pour paiement anticipé',
      'Pénalités de retard : trois fois le taux d’intérêt légal',
      'Indemnité forfaitaire pour frais de recouvrement : 40 €',
    ],
    operationCategory: 'services',
    currency: 'EUR',
    vat: [...totals.vat],
    ...{ netCents: totals.netCents, vatCents: totals.vatCents, grossCents: totals.grossCents },
    issuedBy: newId<AccountId>(),
    issuedAt: Date.UTC(2026, 10, 23, 9),
  };
}

/** The number of pages in the document's page tree. */
const pagesOf = (pdf: Buffer): number =>
  Number(/\/Type \/Pages\n\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

describe('an invoice as PDF', () => {
  const lines = [print, line(2)];

  it('is one page, with its fonts embedded', async () => {
    const pdf = await renderInvoice(invoiceOf(lines), lines);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.toString('latin1')).toContain('/FontFile2');
  });

  it('gives the same bytes each time', async () => {
    const invoice = invoiceOf(lines);
    expect((await renderInvoice(invoice, lines)).equals(await renderInvoice(invoice, lines))).toBe(true);
  });

  it('can have several pages', async () => {
    const many = Array.from({ length: 60 }, (_, index) => line(index + 1));
    const pdf = await renderInvoice(invoiceOf(many), many);
    expect(pagesOf(pdf)).toBe(3);
  });
});
