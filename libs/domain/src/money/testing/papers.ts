import { type Cents, cents } from '@pandafab/shared';
import type { CreditFigures } from '../credit';
import { lineAmount } from '../line-amount';
import type { Discount, LineTax, PaperContent, PaperKind, PaperLine, VatRow } from '../paper';
import { paperTotals } from '../paper-totals';

/** VAT at a rate in basis points; 0 is exempt. */
export const taxed = (rateBasisPoints: number): LineTax =>
  rateBasisPoints > 0
    ? { categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null }
    : {
        categoryCode: 'E',
        rateBasisPoints: 0,
        exemptionCode: 'VATEX-FR-FRANCHISE',
        exemptionText: 'TVA non applicable, article 293 B du CGI',
      };

/** A line as a test describes it. */
export interface LineOfTest {
  readonly quantity?: string;
  readonly unitPrice: string;
  readonly basis?: number;
  readonly rate?: number;
  readonly discounts?: readonly Discount[];
}

export function itemLine(
  { quantity = '1', unitPrice, basis = 1, rate = 2000, discounts = [] }: LineOfTest,
  position: number,
): PaperLine {
  return {
    ...{ position, kind: 'item', label: `Ligne ${position}`, details: [] },
    ...{ quantity, unit: 'C62', unitPrice, basis, nature: 'services', tax: taxed(rate) },
    ...lineAmount({ quantity, unitPrice, basis, discounts }),
    ...{ sourceLineId: null, cites: null, creditedPosition: null },
  };
}

/** The lines of a final invoice that take back the rows of a deposit. */
export const earlierLines = (number: string, rows: readonly VatRow[], from: number): PaperLine[] =>
  rows.map(({ baseCents, vatCents: _, ...tax }, at) => ({
    ...itemLine({ unitPrice: '0' }, from + at),
    ...{ kind: 'earlier', quantity: '-1', unitPrice: (baseCents / 100).toFixed(2), tax },
    ...{ netCents: cents(0 - baseCents), cites: { kind: 'deposit', number, day: '2026-11-02' } },
  }));

const SELLER: PaperContent['seller'] = {
  ...{
    name: 'Association Les Ateliers',
    legalForm: 'Association loi 1901',
    addressLine: '1 rue de l’Exemple',
  },
  ...{ postcode: '21000', city: 'Dijon', countryCode: 'FR', siren: '123456782', siret: '12345678200010' },
  ...{ vatNumber: 'FR32123456782', rna: null, email: 'compta@exemple.fr', phone: null, website: null },
  ...{ iban: null, bic: null, logoSha256: null, footer: null },
};
const CLIENT: PaperContent['client'] = {
  ...{ kind: 'business', name: 'Client SARL', contactName: null, addressLine: '2 rue du Client' },
  ...{ postcode: '69001', city: 'Lyon', countryCode: 'FR', siren: '552100554', siret: '55210055400013' },
  ...{ vatNumber: null, email: null, serviceCode: null },
};
const note = (code: 'AAB' | 'PMD' | 'PMT') => ({ code, text: code, isPrinted: true });

/** A document without flaws around these lines. */
export function paper(
  kind: PaperKind,
  lines: readonly PaperLine[],
  discounts: readonly Discount[] = [],
  others: Partial<PaperContent> = {},
): PaperContent {
  return {
    ...{ form: 1, kind, number: 'FA-2026-000001', version: 1, replaces: null, issuedOn: '2026-11-02' },
    ...{ dueOn: '2026-12-02', validUntil: null, servedFrom: '2026-10-30', servedTo: '2026-10-30' },
    ...{ reference: 'P-2026-0001', title: 'Pièces', purchaseOrder: null, seller: SELLER, client: CLIENT },
    ...{ deliverTo: null, lines, ...paperTotals(lines, discounts), cites: [], operationKind: 'services' },
    ...{ process: 'S1', vatDue: 'payment', notes: [note('AAB'), note('PMD'), note('PMT')] },
    ...{ payment: null, terms: null },
    ...others,
  };
}

export const creditPaper = (figures: CreditFigures): PaperContent =>
  paper('credit-note', [], [], {
    ...figures,
    cites: [{ kind: 'invoice', number: 'FA-2026-000001', day: '2026-11-02' }],
  });

/** VAT of a base in whole numbers only, apart from the code under test: half a cent goes away from zero. */
export function vatByHand(baseCents: number, rateBasisPoints: number): number {
  const product = BigInt(Math.abs(baseCents)) * BigInt(rateBasisPoints);
  const rounded = Number((product * 2n + 10_000n) / 20_000n);
  return baseCents < 0 && rounded > 0 ? -rounded : rounded;
}

export const rowsByHand = (bases: readonly (readonly [rate: number, base: number])[]): VatRow[] =>
  bases.map(([rate, base]) => ({
    ...taxed(rate),
    baseCents: cents(base),
    vatCents: vatByHand(base, rate) as Cents,
  }));
