import {
  DEFAULT_BOOK_ACCOUNTS,
  type Entry,
  entryOfDocument,
  incomeByActivity,
  signOfKind,
} from '@pandafab/domain';
import fc from 'fast-check';
import type { Issued, Order } from '../documents/compose/order';
import { citedBy, randomPapers } from './testing/random-papers';

/** The same cases in each run: a failure can be repeated. */
const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 150),
  seed: Number(process.env.PROPERTY_SEED ?? 24),
};
const client = { number: 'o', name: 'Client' };

const entryFor = (order: Order, paper: Issued): Entry =>
  entryOfDocument({ id: paper.id, client, content: paper.content, cited: citedBy(order, paper) }, ACCOUNTS);

/** Each rate is an activity here, and has an account of its own: 7062000 for 20 %. */
const ACCOUNTS = {
  ...DEFAULT_BOOK_ACCOUNTS,
  income: [
    ...DEFAULT_BOOK_ACCOUNTS.income,
    ...['2000', '1000', '550', '210', '0'].flatMap((activity) =>
      (['goods', 'services'] as const).map((nature) => ({
        ...{ activity, nature, category: null },
        account: {
          number: `${nature === 'goods' ? '707' : '706'}${activity.padStart(4, '0')}`,
          label: activity,
        },
      })),
    ),
  ],
};

const on = ({ lines }: Entry, start: string): number =>
  lines.filter(({ account }) => account.number.startsWith(start)).reduce((sum, { cents }) => sum + cents, 0);

describe('the entries of documents', () => {
  it('balance to the cent, with the total on the client and the frozen VAT of each rate', () => {
    fc.assert(
      fc.property(randomPapers, (order) => {
        for (const paper of order.papers) {
          const entry = entryFor(order, paper);
          const sign = signOfKind(paper.kind);
          expect(entry.lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
          expect(entry.lines.every(({ cents }) => cents !== 0)).toBe(true);
          expect(on(entry, '411')).toBe(0 + sign * paper.content.totals.grossCents);
          expect(on(entry, '4457')).toBe(0 - sign * paper.content.totals.vatCents);
        }
      }),
      RUNS,
    );
  });

  it('turn every deposit back: nothing stays on its account once the invoice is there', () => {
    fc.assert(
      fc.property(randomPapers, (order) => {
        const entries = order.papers.map((paper) => entryFor(order, paper));
        const invoice = order.papers.find(({ kind }) => kind === 'invoice');
        const isCredited = order.papers.some(
          ({ kind, content }) =>
            kind === 'credit-note' && content.lines.some((line) => line.kind === 'earlier'),
        );
        if (!invoice || isCredited) return;
        expect(entries.reduce((sum, entry) => sum + on(entry, '4191'), 0)).toBe(0);
      }),
      RUNS,
    );
  });

  it('put the bases of each rate on the accounts of that rate', () => {
    fc.assert(
      fc.property(randomPapers, (order) => {
        for (const paper of order.papers) {
          if (paper.kind === 'deposit' || paper.kind === 'deposit-credit') continue;
          if (paper.content.lines.some(({ kind }) => kind === 'earlier')) continue;
          const entry = entryFor(order, paper);
          const sign = signOfKind(paper.kind);
          for (const { rateBasisPoints, baseCents } of paper.content.vat) {
            const account = String(rateBasisPoints).padStart(4, '0');
            expect(on(entry, `706${account}`) + on(entry, `707${account}`)).toBe(0 - sign * baseCents);
          }
        }
      }),
      RUNS,
    );
  });

  it('have the income that reports count, by activity too', () => {
    fc.assert(
      fc.property(randomPapers, (order) => {
        for (const paper of order.papers) {
          const entry = entryFor(order, paper);
          const income = incomeByActivity(paper.content, citedBy(order, paper)?.content);
          expect(income.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(0 - on(entry, '70'));
        }
      }),
      RUNS,
    );
  });
});
