import fc from 'fast-check';
import { openMilliseconds } from './open-time';

const bounds = { start: 100, end: 200, now: 180 };

describe('the time at which a lab was open', () => {
  it('is cut at the period and at now, and counted once', () => {
    const of = (...pairs: readonly (readonly [number, number | null])[]) =>
      openMilliseconds(
        pairs.map(([openedAt, closedAt]) => ({ openedAt, closedAt })),
        bounds,
      );
    expect(of()).toBe(0);
    expect(of([90, 110])).toBe(10);
    expect(of([170, null])).toBe(10);
    expect(of([170, 250])).toBe(10);
    expect(of([110, 130], [120, 140], [115, 118])).toBe(30);
    expect(of([50, 90], [200, 300], [190, null])).toBe(0);
  });

  it('equals a count of every single instant', () => {
    const opening = fc.record({
      openedAt: fc.integer({ min: 0, max: 300 }),
      closedAt: fc.option(fc.integer({ min: 0, max: 300 })),
    });
    fc.assert(
      fc.property(fc.array(opening, { maxLength: 8 }), (openings) => {
        let counted = 0;
        for (let at = 100; at < 180; at++)
          if (openings.some(({ openedAt, closedAt }) => openedAt <= at && at < (closedAt ?? 180)))
            counted += 1;
        expect(openMilliseconds(openings, bounds)).toBe(counted);
      }),
    );
  });
});
