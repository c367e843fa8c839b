import fc from 'fast-check';
import { clip, firstFit, insideSpan, mergeSpans, nextOpening, type Span, subtract } from './span';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300), seed: 20_261_129 };
const instant = fc.integer({ min: 0, max: 60 });
const span = fc.tuple(instant, instant).map(([from, until]): Span => ({ from, until }));
const spans = fc.array(span, { maxLength: 8 });
const has = (all: readonly Span[], at: number) => all.some(({ from, until }) => from <= at && at < until);

describe('spans of time', () => {
  it('merges spans that overlap or touch', () => {
    const given = [
      { from: 8, until: 9 },
      { from: 1, until: 3 },
      { from: 3, until: 5 },
      { from: 4, until: 4 },
    ];
    expect(mergeSpans(given)).toEqual([
      { from: 1, until: 5 },
      { from: 8, until: 9 },
    ]);
  });

  it('finds the first instant at which a length fits into one span', () => {
    const open = [
      { from: 10, until: 12 },
      { from: 20, until: 30 },
    ];
    expect(firstFit(open, 0, 2)).toBe(10);
    expect(firstFit(open, 11, 2)).toBe(20);
    expect(firstFit(open, 25, 5)).toBe(25);
    expect(firstFit(open, 25, 6)).toBeUndefined();
    expect(firstFit(open, 12, 0)).toBe(20);
    expect(firstFit([], 0, 1)).toBeUndefined();
  });

  it('tells the span of an instant and the next opening', () => {
    const open = [
      { from: 10, until: 12 },
      { from: 20, until: 30 },
    ];
    expect(insideSpan(open, 10)).toEqual(open[0]);
    expect(insideSpan(open, 12)).toBeUndefined();
    expect(insideSpan(open, 9)).toBeUndefined();
    expect(nextOpening(open, 11)).toBe(11);
    expect(nextOpening(open, 12)).toBe(20);
    expect(nextOpening(open, 30)).toBeUndefined();
  });

  it('merging, clipping and subtracting keep exactly the instants that they should', () => {
    fc.assert(
      fc.property(spans, spans, span, instant, (given, taken, window, at) => {
        expect(has(mergeSpans(given), at)).toBe(has(given, at));
        expect(has(clip(given, window), at)).toBe(has(given, at) && has([window], at));
        expect(has(subtract(given, taken), at)).toBe(has(given, at) && !has(taken, at));
        expect(insideSpan(mergeSpans(given), at) !== undefined).toBe(has(given, at));
      }),
      RUNS,
    );
  });

  it('results are sorted and disjoint, with a gap between any two', () => {
    fc.assert(
      fc.property(spans, spans, (given, taken) => {
        for (const all of [mergeSpans(given), subtract(given, taken)]) {
          expect(all.every(({ from, until }) => from < until)).toBe(true);
          expect(all.slice(1).every(({ from }, before) => from > (all[before] as Span).until)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a first fit is free for its whole length, and no earlier instant is', () => {
    fc.assert(
      fc.property(spans, instant, fc.integer({ min: 1, max: 20 }), (given, from, length) => {
        const open = mergeSpans(given);
        const fits = (at: number) => open.some((each) => each.from <= at && at + length <= each.until);
        const expected = Array.from({ length: 61 }, (_, at) => at).find((at) => at >= from && fits(at));
        expect(firstFit(open, from, length)).toBe(expected);
      }),
      RUNS,
    );
  });
});
