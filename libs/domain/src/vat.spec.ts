import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import { paperTotals } from './money';
import { type VatTreatment, vatTreatment } from './vat';

const taxed = (rateBasisPoints: number): VatTreatment => ({
  categoryCode: 'S',
  rateBasisPoints,
  exemptionCode: null,
  exemptionText: null,
});
const article261 = { exemptionCode: 'VATEX-FR-CGI261-7', exemptionText: 'Exonération de TVA' };
const article293B = { exemptionCode: 'VATEX-FR-FRANCHISE', exemptionText: 'TVA non applicable' };
const line = (netCents: number, tax: VatTreatment) => ({
  kind: 'item' as const,
  netCents: cents(netCents),
  tax,
});
const documentTotals = (lines: readonly ReturnType<typeof line>[]) => paperTotals(lines, []);

describe('vatTreatment', () => {
  it.each([
    ['exempt', article261],
    ['franchise', article293B],
  ] as const)('under %s nothing is taxed, and the wording gives the reason', (regime, wording) => {
    expect(vatTreatment({ regime, ...wording }, 'printing')).toEqual({
      categoryCode: 'E',
      rateBasisPoints: 0,
      ...wording,
    });
  });

  it('taxes everything at one rate when the association is liable', () => {
    expect(vatTreatment({ regime: 'taxable', rateBasisPoints: 2000 }, 'video')).toEqual(taxed(2000));
  });

  it('decides by activity, and leaves an unknown one to a person', () => {
    const training: VatTreatment = { categoryCode: 'E', rateBasisPoints: 0, ...article261 };
    const settings = { regime: 'split', activities: { printing: taxed(2000), training } } as const;
    expect(vatTreatment(settings, 'printing')).toEqual(taxed(2000));
    expect(vatTreatment(settings, 'training')).toEqual(training);
    expect(vatTreatment(settings, 'toString')).toBeUndefined();
  });
});

describe('documentTotals', () => {
  it('sums per rate, then rounds: three times 0.33 € at 20 % are 0.20 € of VAT, not 0.21 €', () => {
    const totals = documentTotals([33, 33, 33].map((net) => line(net, taxed(2000))));
    expect(totals.totals).toMatchObject({ netCents: 99, vatCents: 20, grossCents: 119 });
  });

  it('keeps rates and exemptions apart, the highest rate first', () => {
    const exempt: VatTreatment = { categoryCode: 'E', rateBasisPoints: 0, ...article261 };
    const totals = documentTotals([line(1_000, exempt), line(2_000, taxed(550)), line(3_000, taxed(2000))]);
    expect(
      totals.vat.map(({ rateBasisPoints, baseCents, vatCents }) => [rateBasisPoints, baseCents, vatCents]),
    ).toEqual([
      [2000, 3_000, 600],
      [550, 2_000, 110],
      [0, 1_000, 0],
    ]);
    expect(totals.totals.grossCents).toBe(6_710);
  });

  it('adds up for any lines, whatever their order', () => {
    const anyLine = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(0, 210, 550, 1000, 2000))
      .map(([net, rate]) => line(net, taxed(rate)));
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const { totals, vat } = documentTotals(lines);
        expect(totals.netCents).toBe(lines.reduce((sum, { netCents }) => sum + netCents, 0));
        expect(totals.grossCents).toBe(totals.netCents + totals.vatCents);
        expect(documentTotals([...lines].reverse())).toMatchObject({ totals, vat });
      }),
    );
  });
});
