import { type Cents, cents } from '@pandafab/shared';
import fc from 'fast-check';
import { type AskedCredit, type CreditFigures, creditOf, isCredit } from './credit';
import { isCreditedInFull, isUsedUp, linesLeft } from './credit-left';
import type { Discount, PaperContent, PaperLine, VatRow } from './paper';
import { paperFlaws } from './paper-flaws';
import { hasAmount } from './paper-totals';
import { isPart, type Part, partOfNet, partOfPercent, restOf, subtractParts } from './part';
import { partOfGross } from './part-gross';
import { creditPaper, earlierLines, itemLine, paper, rowsByHand, taxed, vatByHand } from './testing/papers';
import { findRow } from './vat-rows';

/** The same cases in each run: a failure can be repeated. More or other cases: PROPERTY_RUNS and PROPERTY_SEED. */
const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 300),
  seed: Number(process.env.PROPERTY_SEED ?? 20_261_129),
};

const rate = fc.constantFrom(2000, 1000, 550, 210, 0);
const decimal = (most: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(places, '0')}`);
const percent = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
const discount: fc.Arbitrary<Discount> = fc.oneof(
  percent.map((value): Discount => ({ kind: 'percent', percent: value, label: 'Remise' })),
  fc
    .integer({ min: 1, max: 20_000 })
    .map((value): Discount => ({ kind: 'amount', cents: cents(value), label: 'Geste' })),
);
const line = fc.record({
  quantity: fc.oneof(
    fc.integer({ min: 1, max: 40 }).map(String),
    decimal(30, 4).filter((quantity) => Number(quantity) > 0),
  ),
  unitPrice: fc.oneof(decimal(90, 2), decimal(9, 6)),
  basis: fc.constantFrom(1, 1, 1, 3, 1000),
  rate,
  discounts: fc.array(discount, { maxLength: 2 }),
});
/** The most that one rounding moves. */
const HALF_A_CENT = 0.5;

const order = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    discounts: fc.array(discount, { maxLength: 2 }),
  })
  .map(({ lines, discounts }) =>
    paper(
      'quote',
      lines.map((one, at) => itemLine(one, at + 1)),
      discounts,
    ),
  )
  .filter(({ totals }) => totals.grossCents > 0);

type Step = { readonly percent: string } | { readonly gross: number } | { readonly net: number };
/** Shares of what is left, in thousandths, so that amounts fit the order. */
const step: fc.Arbitrary<Step> = fc.oneof(
  percent.map((value) => ({ percent: value })),
  fc.integer({ min: 1, max: 1000 }).map((gross) => ({ gross })),
  fc.integer({ min: 1, max: 1000 }).map((net) => ({ net })),
);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rowOf = (rows: readonly VatRow[], key: VatRow) => findRow(rows, key);

function takePart(left: readonly VatRow[], agreed: readonly VatRow[], asked: Step): Part | undefined {
  if ('percent' in asked) return partOr(partOfPercent(left, agreed, asked.percent));
  const net = sum(left.map(({ baseCents }) => baseCents));
  if ('net' in asked) return partOr(partOfNet(left, cents(Math.floor((net * asked.net) / 1000))));
  const gross = net + sum(left.map(({ vatCents }) => vatCents));
  const amount = cents(Math.floor((gross * asked.gross) / 1000));
  const found = partOfGross(left, amount);
  if (isPart(found)) expect(found.grossCents).toBe(amount);
  if (!isPart(found) && found.refusal === 'noExactPart') {
    const nearest = found.below ?? found.above;
    expect(nearest).not.toBeNull();
    const again = partOfGross(left, nearest as Cents);
    expect(isPart(again) && again.grossCents).toBe(nearest);
    return partOr(again);
  }
  return partOr(found);
}
const partOr = (found: ReturnType<typeof partOfGross>): Part | undefined =>
  isPart(found) ? found : undefined;

/** Deposits and stages until the steps are used up. */
function partsOf(agreed: readonly VatRow[], steps: readonly Step[]): Part[] {
  const parts: Part[] = [];
  for (const asked of steps) {
    const left = subtractParts(
      agreed,
      parts.map(({ rows }) => rows),
    );
    const part = takePart(left, agreed, asked);
    if (part) parts.push(part);
  }
  return parts;
}

function demandHonestVat(rows: readonly VatRow[]): void {
  for (const { baseCents, vatCents, rateBasisPoints } of rows)
    expect(vatCents).toBe(vatByHand(baseCents, rateBasisPoints));
}

function finalOf(
  order: PaperContent,
  parts: readonly Part[],
  discounts: PaperContent['discounts'],
): PaperContent {
  const taken = parts.flatMap(({ rows }, at) => earlierLines(`AC-2026-00000${at + 1}`, rows, 100 + at * 10));
  const asked = discounts.map((one): Discount => ({ kind: 'amount', cents: one.cents, label: one.label }));
  return paper('invoice', [...order.lines, ...taken], asked, { process: parts.length > 0 ? 'S4' : 'S1' });
}

describe('deposits, stages and the final invoice', () => {
  it('add up to what was agreed, in net and VAT of each row', () => {
    fc.assert(
      fc.property(order, fc.array(step, { maxLength: 4 }), (agreed, steps) => {
        const parts = partsOf(agreed.vat, steps);
        const final = finalOf(agreed, parts, agreed.discounts);
        for (const { rows } of parts) demandHonestVat(rows);
        demandHonestVat(final.vat);
        for (const row of agreed.vat) {
          const papers = [...parts.map(({ rows }) => rows), final.vat].map((rows) => rowOf(rows, row));
          expect(sum(papers.map((one) => one?.baseCents ?? 0))).toBe(row.baseCents);
          expect(sum(papers.map((one) => one?.vatCents ?? 0))).toBe(row.vatCents);
          for (const one of papers) {
            expect(one?.baseCents ?? 0).toBeGreaterThanOrEqual(0);
            expect(one?.vatCents ?? 0).toBeGreaterThanOrEqual(0);
          }
        }
        const flaws = paperFlaws(final).map(({ code }) => code);
        expect(flaws.filter((code) => code !== 'TOTAL_ZERO')).toEqual([]);
        if (parts.length > 0) expect(flaws).toEqual([]);
      }),
      RUNS,
    );
  });

  it('the rest is what the final invoice says, row by row', () => {
    fc.assert(
      fc.property(order, fc.array(step, { maxLength: 4 }), (agreed, steps) => {
        const parts = partsOf(agreed.vat, steps);
        const rest = restOf(
          subtractParts(
            agreed.vat,
            parts.map(({ rows }) => rows),
          ),
        );
        const final = finalOf(agreed, parts, agreed.discounts);
        expect(rest.rows.some(({ departs }) => departs)).toBe(false);
        expect(rest.grossCents).toBe(final.totals.grossCents);
        for (const row of rest.rows) expect(rowOf(final.vat, row)?.baseCents).toBe(row.baseCents);
      }),
      RUNS,
    );
  });

  it('a part departs from the plain percentage by no more than half a run of nets that do not fit', () => {
    const rows = fc.tuple(rate, fc.integer({ min: 100, max: 10_000_000 }));
    fc.assert(
      fc.property(rows, percent, ([rateBasisPoints, base], asked) => {
        const agreed = rowsByHand([[rateBasisPoints, base]]);
        const part = partOfPercent(agreed, agreed, asked);
        if (!isPart(part)) return;
        const plain = Math.round((base * Number(asked)) / 100);
        const most = rateBasisPoints === 0 ? 1 : Math.ceil(2_500 / rateBasisPoints) + 1;
        expect(Math.abs(part.netCents - plain)).toBeLessThanOrEqual(most);
      }),
      RUNS,
    );
  });
});

describe('a deposit that is credited', () => {
  it('frees its net to the cent; the VAT of the final invoice is still base × rate, and at most cents away', () => {
    const steps = fc.array(step, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(order, steps, fc.nat(3), (agreed, asked, at) => {
        const parts = partsOf(agreed.vat, asked);
        fc.pre(parts.length > 1);
        const kept = parts.filter((_, index) => index !== at % parts.length);
        const final = finalOf(agreed, kept, agreed.discounts);
        demandHonestVat(final.vat);
        expect(final.totals.netCents + sum(kept.map(({ netCents }) => netCents))).toBe(
          agreed.totals.netCents,
        );
        const vat = final.totals.vatCents + sum(kept.map(({ vatCents }) => vatCents));
        const most = agreed.vat.length * (kept.length + 1) * HALF_A_CENT + HALF_A_CENT;
        expect(Math.abs(vat - agreed.totals.vatCents)).toBeLessThanOrEqual(most);
      }),
      RUNS,
    );
  });
});

/** What people ask of a credit note: some lines, by share of what is left in thousandths, or `rest`. */
const askedLines = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.oneof(fc.constant('rest' as const), fc.integer({ min: 1, max: 1200 })),
  ),
  { minLength: 1, maxLength: 3 },
);

function askedOf(
  invoice: PaperContent,
  credits: readonly PaperContent[],
  shares: readonly (readonly [number, number | 'rest'])[],
): AskedCredit[] {
  const lefts = linesLeft(invoice, credits);
  const asked = shares.map(([at, share]): AskedCredit => {
    const left = lefts[at % lefts.length];
    const quantity = (
      Math.max(1, Math.floor(Number(left?.quantity) * 10_000 * (Number(share) / 1000))) / 10_000
    ).toFixed(4);
    return { position: left?.line.position ?? 0, quantity: share === 'rest' ? 'rest' : quantity };
  });
  return asked.filter((one, at) => asked.findIndex(({ position }) => position === one.position) === at);
}

function demandWithin(invoice: PaperContent, credits: readonly PaperContent[]): void {
  for (const row of invoice.vat) {
    const base = sum(credits.map(({ vat }) => rowOf(vat, row)?.baseCents ?? 0));
    const vat = sum(credits.map((one) => rowOf(one.vat, row)?.vatCents ?? 0));
    expect(Math.abs(base)).toBeLessThanOrEqual(Math.abs(row.baseCents));
    expect(Math.abs(vat)).toBeLessThanOrEqual(Math.abs(row.vatCents));
  }
  expect(sum(credits.map(({ totals }) => totals.grossCents))).toBeLessThanOrEqual(invoice.totals.grossCents);
}

/** VAT is round(base × rate), but for the VAT that is left of a row. */
function demandVatOfCredit(
  invoice: PaperContent,
  before: readonly PaperContent[],
  figures: CreditFigures,
): void {
  for (const row of figures.vat) {
    const whole = rowOf(invoice.vat, row) as VatRow;
    const baseLeft = whole.baseCents - sum(before.map(({ vat }) => rowOf(vat, row)?.baseCents ?? 0));
    const vatLeft = whole.vatCents - sum(before.map(({ vat }) => rowOf(vat, row)?.vatCents ?? 0));
    const plain = vatByHand(row.baseCents, row.rateBasisPoints);
    expect(row.vatCents).toBe(row.baseCents === baseLeft ? vatLeft : Math.min(plain, vatLeft));
  }
}

const takesBack = fc.option(fc.record({ quantity: fc.constant('-1'), unitPrice: decimal(20, 2), rate }), {
  nil: undefined,
});

describe('credit notes', () => {
  it('are never more than their invoice, and the last one leaves nothing', () => {
    fc.assert(
      fc.property(order, takesBack, fc.array(askedLines, { maxLength: 5 }), (agreed, back, asks) => {
        const lines: PaperLine[] = back ? [...agreed.lines, itemLine(back, 50)] : [...agreed.lines];
        const asked = agreed.discounts.map(
          ({ cents: value, label }): Discount => ({ kind: 'amount', cents: value, label }),
        );
        const invoice = paper('invoice', lines, asked);
        fc.pre(invoice.totals.grossCents > 0 && invoice.vat.every(({ baseCents }) => baseCents >= 0));
        const credits: PaperContent[] = [];
        for (const shares of asks) {
          const figures = creditOf(invoice, credits, askedOf(invoice, credits, shares));
          if (!isCredit(figures)) continue;
          demandVatOfCredit(invoice, credits, figures);
          demandCredit(invoice, figures);
          credits.push(creditPaper(figures));
          demandWithin(invoice, credits);
        }
        const last = creditOf(invoice, credits, 'all');
        if (isCredit(last)) {
          demandCredit(invoice, last);
          credits.push(creditPaper(last));
        }
        demandWithin(invoice, credits);
        demandMirrored(invoice, credits);
        expect(creditOf(invoice, credits, 'all')).toEqual({ refusal: 'nothingLeft' });
      }),
      RUNS,
    );
  });

  it('one by one, of prices of some cents, give back the VAT of the invoice and not a cent more', () => {
    const small = fc.record({
      quantity: fc.integer({ min: 2, max: 12 }).map(String),
      unitPrice: fc.oneof(
        fc.integer({ min: 1, max: 60 }).map((cents) => `0.${String(cents).padStart(2, '0')}`),
        decimal(0, 4),
      ),
      rate,
    });
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 2 }),
        fc.array(discount, { maxLength: 1 }),
        (lines, asked) => {
          const invoice = paper(
            'invoice',
            lines.map((one, at) => itemLine(one, at + 1)),
            asked,
          );
          fc.pre(invoice.totals.grossCents > 0);
          const credits: PaperContent[] = [];
          for (const { position, quantity } of invoice.lines)
            for (let at = 0; at < Number(quantity); at++) {
              const figures = creditOf(invoice, credits, [{ position, quantity: '1' }]);
              if (!isCredit(figures)) continue;
              demandVatOfCredit(invoice, credits, figures);
              demandCredit(invoice, figures);
              credits.push(creditPaper(figures));
              demandWithin(invoice, credits);
            }
          const last = creditOf(invoice, credits, 'all');
          if (isCredit(last)) credits.push(creditPaper(last));
          demandMirrored(invoice, credits);
        },
      ),
      RUNS,
    );
  });

  it('of a final invoice take the deposits back with the whole only', () => {
    fc.assert(
      fc.property(order, fc.array(step, { minLength: 1, maxLength: 3 }), (agreed, steps) => {
        const parts = partsOf(agreed.vat, steps);
        fc.pre(parts.length > 0);
        const final = finalOf(agreed, parts, agreed.discounts);
        expect(creditOf(final, [], [{ position: 100, quantity: 'rest' }])).toEqual({
          refusal: 'onlyWhole',
          position: 100,
        });
        const whole = creditOf(final, [], 'all');
        if (!isCredit(whole)) throw new Error(whole.refusal);
        expect(whole.totals).toEqual(final.totals);
        expect(whole.vat).toEqual(final.vat);
      }),
      RUNS,
    );
  });
});

function demandCredit(invoice: PaperContent, figures: CreditFigures): void {
  expect(paperFlaws(creditPaper(figures)).map(({ code }) => code)).toEqual([]);
  for (const line of figures.lines.filter(hasAmount)) {
    const credited = invoice.lines.find(({ position }) => position === line.creditedPosition);
    expect(line.tax).toEqual(credited?.tax);
    expect(line.label).toBe(credited?.label);
  }
}

/** All credits together are the invoice, in each line, row and total. */
function demandMirrored(invoice: PaperContent, credits: readonly PaperContent[]): void {
  expect(isCreditedInFull(invoice, credits)).toBe(true);
  for (const name of ['netCents', 'vatCents', 'grossCents'] as const)
    expect(sum(credits.map(({ totals }) => totals[name]))).toBe(invoice.totals[name]);
  // What is left of a line can be 0.00 together with what is left of its discount: no credit note takes it.
  const lefts = linesLeft(invoice, credits);
  if (lefts.some((left) => !isUsedUp(left))) return;
  expect(sum(lefts.map(({ netCents }) => netCents))).toBe(0);
  for (const name of ['linesCents', 'discountCents'] as const)
    expect(sum(credits.map(({ totals }) => totals[name]))).toBe(invoice.totals[name]);
}

describe('the VAT of a row', () => {
  it('is the one computed in whole numbers, half away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), rate, (base, rateBasisPoints) => {
        const content = paper('quote', [
          { ...itemLine({ unitPrice: '0' }, 1), netCents: cents(base), tax: taxed(rateBasisPoints) },
        ]);
        expect(content.totals.vatCents + 0).toBe(vatByHand(base, rateBasisPoints) + 0);
      }),
      RUNS,
    );
  });
});
