import { isCreditedInFull, paperFlaws, paperTotals, type VatRow } from '@pandafab/domain';
import fc from 'fast-check';
import type { DocumentRequest } from '../document-request';
import { sumsOfPapers } from '../order-papers';
import type { Issued, Order } from './order';
import { orderLines } from './order-lines';
import { creditsOf } from './standing';
import { issueIn, orderOf, RATES, type SoldLine } from './testing/orders';

/** The same cases in each run: a failure can be repeated. */
const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 150),
  seed: Number(process.env.PROPERTY_SEED ?? 21),
};

const percent = fc.integer({ min: 1, max: 9_900 }).map((hundredths) => (hundredths / 100).toFixed(2));
const line: fc.Arbitrary<SoldLine> = fc.record({
  quantity: fc.integer({ min: 1, max: 90_000 }).map((parts) => (parts / 1000).toFixed(3)),
  unitPrice: fc.integer({ min: 1, max: 9_999 }).map((cents) => (cents / 100).toFixed(2)),
  rate: fc.constantFrom(...RATES),
});
const discounts = fc.array(
  percent.map((value) => ({ kind: 'percent', percent: value, label: 'Remise' }) as const),
  { maxLength: 1 },
);
type Step =
  | { readonly kind: 'deposit'; readonly percent: string }
  | { readonly kind: 'give-back'; readonly which: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: percent.map((value) => ({ kind: 'deposit', percent: value }) as const) },
  { weight: 1, arbitrary: fc.nat(3).map((which) => ({ kind: 'give-back', which }) as const) },
);

/** Issues where it is possible: an order that cannot have the document stays as it is. */
function tryIssue(order: Order, kind: Issued['kind'], request: DocumentRequest): Order {
  const found = issueIn(order, kind, request);
  return 'fault' in found ? order : found.order;
}

function take(order: Order, asked: Step): Order {
  if (asked.kind === 'deposit') return tryIssue(order, 'deposit', { part: { percent: asked.percent } });
  const deposits = order.papers.filter(({ kind }) => kind === 'deposit');
  const deposit = deposits[asked.which % Math.max(1, deposits.length)];
  return deposit ? tryIssue(order, 'deposit-credit', { citesId: deposit.id, credit: 'all' }) : order;
}

const isCredit = ({ kind }: Issued) => kind === 'credit-note' || kind === 'deposit-credit';

/** The sum of all papers, by rate: credits count negative. */
function billedRows(papers: readonly Issued[]): Map<number, { base: number; vat: number }> {
  const sums = new Map<number, { base: number; vat: number }>();
  for (const paper of papers)
    for (const { rateBasisPoints, baseCents, vatCents } of paper.content.vat) {
      const { base, vat } = sums.get(rateBasisPoints) ?? { base: 0, vat: 0 };
      const sign = isCredit(paper) ? -1 : 1;
      sums.set(rateBasisPoints, { base: base + sign * baseCents, vat: vat + sign * vatCents });
    }
  return sums;
}

const rowsAsSums = (rows: readonly VatRow[]) =>
  new Map(rows.map((row) => [row.rateBasisPoints, { base: row.baseCents, vat: row.vatCents }]));

const refusals = ({ content }: Issued) =>
  paperFlaws(content).filter(({ severity, code }) => severity === 'refusal' && code !== 'NUMBER_TOO_LONG');

describe('the papers of an order', () => {
  it('add up to exactly what was agreed, per rate, whatever deposits were issued and given back', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        discounts,
        fc.array(step, { maxLength: 5 }),
        (lines, discount, steps) => {
          const order = orderOf(lines, discount);
          const agreed = paperTotals(orderLines(order), discount);
          if (agreed.totals.grossCents === 0) return;
          const before = steps.reduce(take, order);
          const found = issueIn(before, 'invoice');
          if ('fault' in found) throw found.fault;
          const { papers } = found.order;
          expect(billedRows(papers)).toEqual(rowsAsSums(agreed.vat));
          expect(sumsOfPapers(papers).billed.grossCents).toBe(agreed.totals.grossCents);
          expect(papers.flatMap(refusals)).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('credit never more than their invoice, and the last credit takes exactly what is left', () => {
    const credit = fc.record({
      position: fc.integer({ min: 1, max: 4 }),
      thousandths: fc.integer({ min: 1, max: 50_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        discounts,
        fc.array(credit, { maxLength: 4 }),
        (lines, discount, credits) => {
          const found = issueIn(orderOf(lines, discount), 'invoice');
          if ('fault' in found) return;
          const { id: citesId, content } = found.issued;
          const some = credits.reduce((order, { position, thousandths }) => {
            const quantity = (thousandths / 1000).toFixed(3);
            return tryIssue(order, 'credit-note', { citesId, credit: [{ position, quantity }] });
          }, found.order);
          const { papers } = tryIssue(some, 'credit-note', { citesId, credit: 'all' });
          const credited = creditsOf(papers, { id: citesId });
          expect(billedRows(credited)).toEqual(
            new Map(
              [...rowsAsSums(content.vat)].map(([rate, row]) => [
                rate,
                { base: 0 - row.base, vat: 0 - row.vat },
              ]),
            ),
          );
          expect(
            isCreditedInFull(
              content,
              credited.map((paper) => paper.content),
            ),
          ).toBe(true);
          expect(credited.flatMap(refusals)).toEqual([]);
          expect('fault' in issueIn({ ...some, papers }, 'credit-note', { citesId, credit: 'all' })).toBe(
            true,
          );
        },
      ),
      RUNS,
    );
  });
});
