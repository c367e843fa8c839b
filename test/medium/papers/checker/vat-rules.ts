import { centsOf } from './fraction';
import type { Party, ReadInvoice, VatBreakdown } from './read-invoice';
import { type Rule, unless } from './rule';

const RATES = [0, 0.9, 1.05, 1.75, 2.1, 5.5, 7, 8.5, 9.2, 9.6, 10, 13, 19.6, 20, 20.6];
const KNOWN = ['S', 'E', 'AE', 'K', 'G', 'O', 'Z'];

/** A rule on the rows of one category, silent where an invoice has none. */
const forCategory = (
  id: string,
  category: string,
  message: string,
  holds: (invoice: ReadInvoice, rows: readonly VatBreakdown[]) => boolean,
): Rule => ({
  id,
  faults: (invoice) => {
    const rows = invoice.vat.filter((row) => row.category === category);
    return rows.length === 0 ? [] : unless(holds(invoice, rows), message);
  },
});

const hasTaxNumber = ({ vatNumber, taxNumber }: Party): boolean => Boolean(vatNumber || taxNumber);

const isAtZero = (rows: readonly VatBreakdown[]): boolean =>
  rows.every(({ rate, vat }) => Number(rate) === 0 && rate !== undefined && centsOf(vat) === 0n);

const hasReason = (rows: readonly VatBreakdown[]): boolean =>
  rows.every(({ reason, reasonCode }) => Boolean(reason && reasonCode));

const reasonRules = ['E', 'AE', 'K', 'G', 'O'].map((category) =>
  forCategory(`BR-${category}-10`, category, 'the reason and its code are missing', (_, rows) =>
    hasReason(rows),
  ),
);

const zeroRules = ['E', 'AE', 'K', 'G'].map((category) =>
  forCategory(
    `BR-${category}-05`,
    category,
    'the rate and the VAT must be 0',
    ({ lines }, rows) =>
      isAtZero(rows) &&
      lines.every(
        (line) => line.category !== category || (line.rate !== undefined && Number(line.rate) === 0),
      ),
  ),
);

const oneRowRules = ['E', 'AE', 'K', 'G', 'O'].map((category) =>
  forCategory(`BR-${category}-01`, category, 'only one row is allowed', (_, rows) => rows.length === 1),
);

/** Every rule on VAT categories that France accepts, as EN 16931 and XP Z12-012 have them. */
export const VAT_RULES: readonly Rule[] = [
  ...oneRowRules,
  ...reasonRules,
  ...zeroRules,
  forCategory('BR-S-02', 'S', 'the seller has neither VAT number nor tax number', ({ seller }) =>
    hasTaxNumber(seller),
  ),
  forCategory('BR-S-05', 'S', 'a standard rate is above 0', (_, rows) =>
    rows.every(({ rate }) => Number(rate) > 0),
  ),
  forCategory('BR-S-10', 'S', 'a taxed row has no reason of exemption', (_, rows) =>
    rows.every(({ reason, reasonCode }) => !reason && !reasonCode),
  ),
  forCategory('BR-E-02', 'E', 'the seller has neither VAT number nor tax number', ({ seller }) =>
    hasTaxNumber(seller),
  ),
  forCategory(
    'BR-AE-02',
    'AE',
    'both parties must be identified',
    ({ seller, buyer }) => hasTaxNumber(seller) && Boolean(buyer.vatNumber || buyer.siren),
  ),
  forCategory('BR-IC-02', 'K', 'both VAT numbers are needed', ({ seller, buyer }) =>
    Boolean(seller.vatNumber && buyer.vatNumber),
  ),
  forCategory(
    'BR-IC-11',
    'K',
    'the day of delivery or a period is needed',
    ({ deliveryDay, periodFrom, periodTo }) => Boolean(deliveryDay || periodFrom || periodTo),
  ),
  forCategory('BR-IC-12', 'K', 'the country of delivery is needed', ({ deliveryCountry }) =>
    Boolean(deliveryCountry),
  ),
  forCategory('BR-G-02', 'G', 'the seller’s VAT number is needed', ({ seller }) => Boolean(seller.vatNumber)),
  forCategory(
    'BR-O-02',
    'O',
    'no VAT number of either party is allowed',
    ({ seller, buyer }) => !seller.vatNumber && !buyer.vatNumber,
  ),
  forCategory('BR-O-05', 'O', 'no rate is allowed', ({ lines, allowances }, rows) =>
    [...rows, ...lines, ...allowances].every(({ rate }) => rate === undefined),
  ),
  forCategory('BR-O-11', 'O', 'no other category is allowed', ({ vat, lines }) =>
    [...vat, ...lines].every(({ category }) => category === 'O'),
  ),
  {
    id: 'BR-FR-15',
    faults: ({ lines, vat }) =>
      [...lines, ...vat].flatMap(({ category }) =>
        unless(KNOWN.includes(category ?? ''), `category ${category}`),
      ),
  },
  {
    id: 'BR-FR-16',
    faults: ({ lines, vat }) =>
      [...lines, ...vat].flatMap(({ rate }) =>
        unless(
          rate === undefined || RATES.includes(Number(rate)),
          `the rate ${rate} does not exist in France`,
        ),
      ),
  },
];
