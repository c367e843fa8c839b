import { seededRandom } from '@pandafab/machine-sim';
import { chooseFault, FAULTS, kindsFor } from './faults';

describe('the order of the faults', () => {
  const draw = (seed: number, count: number) => {
    const random = seededRandom(seed);
    const counts: Record<string, number> = {};
    return Array.from({ length: count }, () => {
      const kind = chooseFault(random, kindsFor('postgres'), counts);
      counts[kind] = (counts[kind] ?? 0) + 1;
      return kind;
    });
  };

  it('is the same for the same seed', () => {
    expect(draw(7, 50)).toEqual(draw(7, 50));
    expect(draw(7, 50)).not.toEqual(draw(8, 50));
  });

  it.each([1, 2, 3])('has every kind of some weight within sixty, at seed %i', (seed) => {
    const drawn = new Set(draw(seed, 60));
    const heavy = kindsFor('postgres').filter((kind) => (FAULTS[kind]?.weight ?? 0) >= 1);
    expect(heavy.filter((kind) => !drawn.has(kind))).toEqual([]);
  });

  it('keeps to the weights in the long run', () => {
    const drawn = draw(1, 5000);
    const share = (kind: string) => drawn.filter((each) => each === kind).length;
    expect(share('kill-agent') / share('kill-redis')).toBeGreaterThan(3.5);
    expect(share('kill-agent') / share('kill-redis')).toBeLessThan(4.5);
  });

  it('knows no process of a database that is a file', () => {
    expect(kindsFor('sqlite')).not.toContain('kill-database');
    expect(kindsFor('postgres')).toContain('kill-database');
  });
});
