import { paperFlaws, paperTotals, type VatRow } from '@pandafab/domain';
import fc from 'fast-check';
import { writeCii } from '../../../apps/server/src/money/rendering/xml/write-cii';
import { checkInvoice } from './checker/check-invoice';
import { buildPaper, cite, type WrittenLine } from './fixtures/build-paper';
import { PAPERS } from './fixtures/papers';
import { TAX } from './fixtures/taxes';

const deposit = cite('deposit', 'AC-2026-000011', '2026-10-02');
const taxes = fc.constantFrom(TAX.twenty, TAX.ten, TAX.fiveAndHalf);
const decimal = (most: number, places: number) =>
  fc.integer({ min: 1, max: most * 10 ** places }).map((units) => (units / 10 ** places).toFixed(places));

const item: fc.Arbitrary<WrittenLine> = fc.record({
  label: fc.string({ minLength: 1, unit: 'binary' }),
  quantity: decimal(50, 4),
  unitPrice: decimal(500, 6),
  basis: fc.constantFrom(1, 100, 1000),
  tax: taxes,
});
const earlier = (tax: WrittenLine['tax'], cents: number): WrittenLine => ({
  ...{ kind: 'earlier', label: `Acompte ${deposit.number}`, quantity: '-1', tax, cites: deposit },
  unitPrice: (cents / 100).toFixed(2),
});

/** Items at three rates, of which a deposit is taken back at one. */
const paper = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 8 }), taxes, fc.integer({ min: 1, max: 100 }))
  .map(([items, tax, cents]) =>
    buildPaper({
      lines: [{ label: 'Forfait', unitPrice: '1', tax }, ...items, earlier(tax, cents)],
      ...{ cites: [deposit], process: 'M4', operationKind: 'mixed' },
    }),
  );

const byRate = (rows: readonly VatRow[]) => [...rows].sort((a, b) => b.rateBasisPoints - a.rateBasisPoints);

describe('any document', () => {
  it('is right to the cent in its XML', () => {
    fc.assert(fc.property(paper, (content) => expect(checkInvoice(writeCii(content))).toEqual([])));
  });

  it('has the same sums by the rules of amounts as in the fixtures, which work them out alone', () => {
    fc.assert(
      fc.property(paper, ({ lines, vat, totals }) => {
        const sums = paperTotals(lines, []);
        expect(sums.totals).toEqual(totals);
        expect(byRate(sums.vat)).toEqual(byRate(vat));
      }),
    );
  });

  it.each(Object.entries(PAPERS))('of the fixtures could be issued: %s', (_, content) => {
    expect(paperFlaws(content).filter(({ severity }) => severity === 'refusal')).toEqual([]);
  });
});
