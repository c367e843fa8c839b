import { cents } from '@pandafab/shared';
import { grossOf, netOfGross } from './net-of-gross';

describe('the net of an amount with tax', () => {
  it('is exact where it exists: 12.00 € at 20 % are 10.00 € and 2.00 €', () => {
    expect(netOfGross(cents(1_200), 2000)).toEqual({ netCents: 1_000, vatCents: 200 });
    expect(netOfGross(cents(10_210), 210)).toEqual({ netCents: 10_000, vatCents: 210 });
  });

  it('does not exist for 9.99 € at 20 %: 9.98 € and 10.00 € are the nearest', () => {
    expect(netOfGross(cents(999), 2000)).toEqual({ below: 998, above: 1_000 });
    expect(netOfGross(cents(-999), 2000)).toEqual({ below: -1_000, above: -998 });
  });

  it.each([
    [2000, 6, 3],
    [1000, 11, 5],
  ])('at %i basis points, the amounts without one are each %i cents, from %i on', (rate, step, first) => {
    const without = Array.from({ length: 200 }, (_, at) => at + 1).filter(
      (gross) => !('netCents' in netOfGross(cents(gross), rate)),
    );
    expect(without).toEqual(
      Array.from({ length: 200 }, (_, at) => at + 1).filter((gross) => gross % step === first),
    );
  });

  it.each([2000, 1000, 550, 210, 0])(
    'at %i basis points: every net is found again, and nearest amounts have one',
    (rate) => {
      for (let net = 0; net <= 500; net++)
        expect(netOfGross(grossOf(cents(net), rate), rate)).toMatchObject({ netCents: net });
      for (let gross = -200; gross <= 600; gross++) {
        const found = netOfGross(cents(gross), rate);
        if ('netCents' in found) {
          expect(found.netCents + found.vatCents).toBe(gross);
          continue;
        }
        expect(found.above - found.below).toBe(2);
        for (const near of [found.below, found.above])
          expect(netOfGross(near, rate)).toHaveProperty('netCents');
      }
    },
  );
});
