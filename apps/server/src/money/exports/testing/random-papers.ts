import fc from 'fast-check';
import type { Issued, Order } from '../../documents/compose/order';
import { issueIn, orderOf, RATES, type SoldLine } from '../../documents/compose/testing/orders';
import type { DocumentRequest } from '../../documents/document-request';

const percent = fc.integer({ min: 1, max: 9_900 }).map((hundredths) => (hundredths / 100).toFixed(2));
const soldLine: fc.Arbitrary<SoldLine> = fc.record({
  quantity: fc.integer({ min: 1, max: 90_000 }).map((parts) => (parts / 1000).toFixed(3)),
  unitPrice: fc.integer({ min: 1, max: 9_999 }).map((cents) => (cents / 100).toFixed(2)),
  rate: fc.constantFrom(...RATES),
});
const discounts = fc.array(
  percent.map((value) => ({ kind: 'percent', percent: value, label: 'Remise' }) as const),
  { maxLength: 2 },
);

function tryIssue(order: Order, kind: Issued['kind'], request: DocumentRequest): Order {
  const found = issueIn(order, kind, request);
  return 'fault' in found ? order : found.order;
}

/** Every second line is goods, so that documents have both natures. */
const withGoods = (order: Order): Order => ({
  ...order,
  lines: order.lines.map((line, at) => ({ ...line, nature: at % 2 === 0 ? 'services' : 'goods' })),
});

/** A deposit that was issued is credited. */
const giveBack = (order: Order, which: number): Order => {
  const deposits = order.papers.filter(({ kind }) => kind === 'deposit');
  const deposit = deposits[which % Math.max(1, deposits.length)];
  return deposit ? tryIssue(order, 'deposit-credit', { citesId: deposit.id, credit: 'all' }) : order;
};

/** A part of a line of the final invoice is credited, or all of the invoice. */
function credit(order: Order, position: number, quantity: string | null): Order {
  const invoice = order.papers.find(({ kind }) => kind === 'invoice');
  if (!invoice) return order;
  const asked = quantity === null ? 'all' : [{ position, quantity }];
  return tryIssue(order, 'credit-note', { citesId: invoice.id, credit: asked });
}

/** Orders with all their documents: deposits, deposits that are credited, a final invoice, credit notes. */
export const randomPapers: fc.Arbitrary<Order> = fc
  .record({
    lines: fc.array(soldLine, { minLength: 1, maxLength: 5 }),
    discount: discounts,
    deposits: fc.array(percent, { maxLength: 3 }),
    givenBack: fc.option(fc.nat(3)),
    credits: fc.array(
      fc.record({
        position: fc.integer({ min: 1, max: 5 }),
        thousandths: fc.integer({ min: 1, max: 50_000 }),
      }),
      { maxLength: 3 },
    ),
    isCreditedWhole: fc.boolean(),
  })
  .map(({ lines, discount, deposits, givenBack, credits, isCreditedWhole }) => {
    let order = withGoods(orderOf(lines, discount));
    for (const part of deposits) order = tryIssue(order, 'deposit', { part: { percent: part } });
    if (givenBack !== null) order = giveBack(order, givenBack);
    order = tryIssue(order, 'invoice', {});
    for (const { position, thousandths } of credits)
      order = credit(order, position, (thousandths / 1000).toFixed(3));
    return isCreditedWhole ? credit(order, 0, null) : order;
  });

/** The document that a credit note credits. */
export const citedBy = ({ papers }: Order, { citesId }: Issued): Issued | null =>
  papers.find(({ id }) => id === citesId) ?? null;
