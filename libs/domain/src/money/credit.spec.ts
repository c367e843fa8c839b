import { cents } from '@pandafab/shared';
import { type AskedCredit, creditOf, isCredit } from './credit';
import { isCreditedInFull, linesLeft } from './credit-left';
import type { Discount, PaperContent } from './paper';
import { paperFlaws } from './paper-flaws';
import { creditPaper, earlierLines, itemLine, type LineOfTest, paper, rowsByHand } from './testing/papers';

const tenPercent: Discount = { kind: 'percent', percent: '10', label: 'Remise' };
const invoiceOf = (lines: readonly LineOfTest[], discounts: Discount[] = []): PaperContent =>
  paper(
    'invoice',
    lines.map((line, at) => itemLine(line, at + 1)),
    discounts,
  );

/** Credits one after the other, and what each says. */
function credit(invoice: PaperContent, ...asked: (readonly AskedCredit[] | 'all')[]): PaperContent[] {
  const credits: PaperContent[] = [];
  for (const one of asked) {
    const found = creditOf(invoice, credits, one);
    if (!isCredit(found)) throw new Error(JSON.stringify(found));
    credits.push(creditPaper(found));
  }
  return credits;
}
const amounts = (credits: readonly PaperContent[]) =>
  credits.map(({ totals }) => [totals.netCents, totals.vatCents, totals.grossCents]);
const one = (quantity: string, position = 1): AskedCredit[] => [{ position, quantity }];

describe('a credit note', () => {
  it('of everything is the invoice, in positive figures, and cites it on each line', () => {
    const invoice = invoiceOf(
      [
        { quantity: '3', unitPrice: '9.99' },
        { unitPrice: '50', rate: 550 },
      ],
      [tenPercent],
    );
    const [whole] = credit(invoice, 'all');
    expect(whole?.totals).toEqual(invoice.totals);
    expect(whole?.vat).toEqual(invoice.vat);
    expect(whole?.discounts).toEqual(invoice.discounts);
    expect(whole?.lines[1]).toMatchObject({
      ...{ quantity: '1', creditedPosition: 2, netCents: 5_000 },
      cites: { kind: 'invoice', number: 'FA-2026-000001', day: '2026-11-02' },
    });
  });

  it('of one of three parts takes a third, and the rest takes the cents left, VAT included', () => {
    // 3 × 3.35 € = 10.05 € and 2.01 € of VAT. One part: 3.35 € and 0.67 €.
    const invoice = invoiceOf([{ quantity: '3', unitPrice: '3.35' }]);
    expect(amounts(credit(invoice, one('1'), one('1'), one('rest')))).toEqual([
      [335, 67, 402],
      [335, 67, 402],
      [335, 67, 402],
    ]);
  });

  it('never loses or adds a cent where the price is not in cents: 3 × 0.335 € are 1.01 €', () => {
    const credits = credit(invoiceOf([{ quantity: '3', unitPrice: '0.335' }]), one('1'), one('1'), one('1'));
    expect(amounts(credits).map(([net]) => net)).toEqual([34, 33, 34]);
    // The price of the second line gives its net: an inspector who multiplies finds it.
    expect(credits[1]?.lines[0]).toMatchObject({ quantity: '1', unitPrice: '0.33', netCents: 33 });
    expect(credits.flatMap((paper) => paperFlaws(paper))).toEqual([]);
  });

  it('gives the VAT that is left with the last cent of a base', () => {
    // 0.02 € three times: no VAT each, and 0.06 € has 0.01 € of VAT.
    const invoice = invoiceOf([{ quantity: '3', unitPrice: '0.02' }]);
    expect(amounts(credit(invoice, one('1'), one('1'), 'all'))).toEqual([
      [2, 0, 2],
      [2, 0, 2],
      [2, 1, 3],
    ]);
  });

  it('gives no more VAT than the row has', () => {
    // 0.03 € has 0.01 € of VAT when alone. Four times, 0.12 €, has 0.02 €.
    const invoice = invoiceOf([{ quantity: '4', unitPrice: '0.03' }]);
    expect(amounts(credit(invoice, one('1'), one('1'), one('1'), one('1')))).toEqual([
      [3, 1, 4],
      [3, 1, 4],
      [3, 0, 3],
      [3, 0, 3],
    ]);
  });

  it('gives back the discount of the line and of the document with it, in parts', () => {
    const discount: Discount = { kind: 'amount', cents: cents(100), label: 'Geste' };
    const invoice = invoiceOf([{ quantity: '3', unitPrice: '10', discounts: [discount] }], [tenPercent]);
    expect(invoice.totals.netCents).toBe(2_610);
    const credits = credit(invoice, one('1'), one('rest'));
    expect(
      credits.map(({ lines, discounts }) => [lines[0]?.discounts[0]?.cents, discounts[0]?.cents]),
    ).toEqual([
      [33, 97],
      [67, 193],
    ]);
    expect(amounts(credits).map(([net]) => net)).toEqual([870, 1_740]);
  });

  it('takes back negative quantities with their sign', () => {
    const invoice = invoiceOf([
      { quantity: '5', unitPrice: '10' },
      { quantity: '-2', unitPrice: '10' },
    ]);
    const [first] = credit(invoice, [
      { position: 1, quantity: '3' },
      { position: 2, quantity: '1' },
    ]);
    expect(first?.lines.map(({ quantity, netCents }) => [quantity, netCents])).toEqual([
      ['3', 3_000],
      ['-1', -1_000],
    ]);
  });

  it('of a final invoice of 0.00 takes it back as a whole', () => {
    const rows = rowsByHand([[2000, 10_000]]);
    const final = paper('invoice', [
      itemLine({ unitPrice: '100' }, 1),
      ...earlierLines('AC-2026-000001', rows, 2),
    ]);
    const [whole] = credit(final, 'all');
    expect(whole?.totals.grossCents).toBe(0);
    expect(whole?.lines.map(({ quantity, netCents }) => [quantity, netCents])).toEqual([
      ['1', 10_000],
      ['-1', -10_000],
    ]);
    expect(creditOf(final, [whole as PaperContent], 'all')).toEqual({ refusal: 'nothingLeft' });
  });
});

describe('a credit note is refused', () => {
  const invoice = invoiceOf([
    { quantity: '2', unitPrice: '10' },
    { quantity: '-1', unitPrice: '5' },
    { unitPrice: '0' },
  ]);

  it('above what is left of a line', () => {
    expect(creditOf(invoice, [], one('2.0001'))).toEqual({ refusal: 'moreThanLeft', position: 1, left: '2' });
    const credits = credit(invoice, one('1.5'));
    expect(creditOf(invoice, credits, one('1'))).toEqual({
      refusal: 'moreThanLeft',
      position: 1,
      left: '0.5',
    });
  });

  it('above what is left of the invoice', () => {
    expect(creditOf(invoice, [], one('rest'))).toEqual({ refusal: 'moreThanInvoice', leftGrossCents: 1_800 });
  });

  it('for a line that does not exist, is named twice, or takes back a deposit', () => {
    expect(creditOf(invoice, [], one('1', 9))).toEqual({ refusal: 'noSuchLine', position: 9 });
    expect(creditOf(invoice, [], [...one('1'), ...one('1')])).toEqual({ refusal: 'noSuchLine', position: 1 });
    const rows = rowsByHand([[2000, 1_000]]);
    const final = paper('invoice', [itemLine({ unitPrice: '100' }, 1), ...earlierLines('AC-1', rows, 2)]);
    expect(creditOf(final, [], one('1', 2))).toEqual({ refusal: 'onlyWhole', position: 2 });
  });

  it('of nothing', () => {
    expect(creditOf(invoice, [], [])).toEqual({ refusal: 'nothingLeft' });
    expect(creditOf(invoice, [], one('1', 3))).toEqual({ refusal: 'nothingLeft' });
  });
});

describe('what is left to credit', () => {
  it('is known by line, and is nothing after a credit of everything', () => {
    const invoice = invoiceOf([{ quantity: '2.5', unitPrice: '10' }, { unitPrice: '4' }]);
    const credits = credit(invoice, one('1.25'));
    expect(linesLeft(invoice, credits).map(({ quantity, netCents }) => [quantity, netCents])).toEqual([
      ['1.25', 1_250],
      ['1', 400],
    ]);
    expect(isCreditedInFull(invoice, credits)).toBe(false);
    expect(isCreditedInFull(invoice, credit(invoice, one('1.25'), 'all'))).toBe(true);
  });
});
