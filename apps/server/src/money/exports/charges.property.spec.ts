import { chargesOf, EReporting, type PaperLife, VatReport, type VatRow } from '@pandafab/domain';
import fc from 'fast-check';
import type { Issued, Order } from '../documents/compose/order';
import { randomPapers } from './testing/random-papers';

const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 150),
  seed: Number(process.env.PROPERTY_SEED ?? 24),
};
const YEARS = { from: '2026-01-01', to: '2028-12-31' };

const creditsOf = ({ papers }: Order, { id }: Issued) =>
  papers
    .filter(({ citesId }) => citesId === id)
    .map(({ content }) => ({ ...content, issuedOn: '2027-02-10' }));

/** The document is paid in the given shares, one a day; the last payment takes the rest. */
function paid(order: Order, paper: Issued, shares: readonly number[]): PaperLife {
  const credits = creditsOf(order, paper);
  let left = paper.content.totals.grossCents as number;
  const parts = shares.map((share) => {
    const part = Math.floor((left * share) / 100);
    left -= part;
    return part;
  });
  const cents = [...parts, left];
  const settlements = cents.map((part, at) => ({
    ...{ day: `2027-0${1 + Math.floor(at / 2)}-1${at}`, cents: part },
  }));
  return { content: paper.content, credits, settlements };
}

const sumBy = (rows: readonly (readonly [rate: number, base: number, vat: number])[]) => {
  const sums = new Map<number, readonly [number, number]>();
  for (const [rate, base, vat] of rows) {
    const [allBase, allVat] = sums.get(rate) ?? [0, 0];
    sums.set(rate, [allBase + base, allVat + vat]);
  }
  return new Map([...sums].filter(([, [base, vat]]) => base !== 0 || vat !== 0));
};
const frozen = (rows: readonly VatRow[], sign: 1 | -1) =>
  rows.map((row) => [row.rateBasisPoints, sign * row.baseCents, sign * row.vatCents] as const);

describe('the VAT of a document over its life', () => {
  it('is each of its rows exactly once all is paid, less what was credited, whatever the payments', () => {
    fc.assert(
      fc.property(
        randomPapers,
        fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 4 }),
        (order, shares) => {
          for (const paper of order.papers) {
            if (paper.kind !== 'invoice' && paper.kind !== 'deposit') continue;
            const life = paid(order, paper, shares);
            const report = new VatReport(YEARS);
            report.add(chargesOf(life));
            const found = report
              .result()
              .map((row) => [row.rateBasisPoints, row.baseCents, row.vatCents] as const);
            const due = [
              ...frozen(paper.content.vat, 1),
              ...life.credits.flatMap(({ vat }) => frozen(vat, -1)),
            ];
            expect(sumBy(found)).toEqual(sumBy(due));
          }
        },
      ),
      RUNS,
    );
  });

  it('is, when all of it is due on receipt, what was received of each document on each day', () => {
    fc.assert(
      fc.property(
        randomPapers,
        fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 4 }),
        (order, shares) => {
          for (const paper of order.papers) {
            if (paper.content.vatDue !== 'payment') continue;
            if (paper.content.vat.some((row) => row.categoryCode !== 'S' || row.baseCents < 0)) continue;
            const life = { ...paid(order, paper, shares), credits: [] };
            const charges = chargesOf(life);
            for (const { day } of life.settlements) {
              const until = charges.filter((charge) => charge.day <= day);
              const charged = until.reduce((sum, row) => sum + row.baseCents + row.vatCents, 0);
              const received = life.settlements.filter((settlement) => settlement.day <= day);
              expect(charged).toBe(received.reduce((sum, { cents }) => sum + cents, 0));
            }
          }
        },
      ),
      RUNS,
    );
  });

  it('has the same sums in the e-reporting of private persons', () => {
    fc.assert(
      fc.property(randomPapers, (order) => {
        const reporting = new EReporting(YEARS);
        for (const { content } of order.papers) reporting.addIssued(content);
        const sales = reporting
          .result()
          .sales.map((row) => [row.rateBasisPoints, row.baseCents, row.vatCents] as const);
        const all = order.papers.flatMap(({ kind, content }) =>
          frozen(content.vat, kind === 'credit-note' || kind === 'deposit-credit' ? -1 : 1),
        );
        expect(sumBy(sales)).toEqual(sumBy(all));
      }),
      RUNS,
    );
  });
});
