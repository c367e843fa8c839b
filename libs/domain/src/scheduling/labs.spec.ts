import { type LabId, newId } from '@pandafab/shared';
import fc from 'fast-check';
import { isClearlySooner, mayLeave, soonestLab } from './labs';
import { HOUR } from './testing/plans';

const [first, second, third] = [newId<LabId>(), newId<LabId>(), newId<LabId>()];
const stay = { arrivedAt: 0, wasMoved: false };

describe('the lab of a job', () => {
  it('is the one that begins it first, and of equal ones the first', () => {
    const starts = [
      { labId: first, startAt: null },
      { labId: second, startAt: 5 },
      { labId: third, startAt: 5 },
    ];
    expect(soonestLab(starts)?.labId).toBe(second);
    expect(soonestLab([...starts, { labId: first, startAt: 4 }])?.labId).toBe(first);
    expect(soonestLab([{ labId: first, startAt: null }])).toBeUndefined();
  });

  it.each([
    ['an hour sooner of three', 3 * HOUR, 2 * HOUR, true],
    ['less than an hour sooner', 2 * HOUR, 1.5 * HOUR, false],
    ['an hour sooner of ten', 10 * HOUR, 9 * HOUR, false],
    ['a quarter sooner of ten hours', 10 * HOUR, 7.5 * HOUR, true],
    ['later', 1 * HOUR, 2 * HOUR, false],
  ])('is left for one that begins it %s: %#', (_, here, there, expected) => {
    expect(isClearlySooner(0, here, there, stay)).toBe(expected);
  });

  it('without an hour is left after an hour', () => {
    expect(isClearlySooner(HOUR - 1, null, 2 * HOUR, stay)).toBe(false);
    expect(isClearlySooner(HOUR, null, 2 * HOUR, stay)).toBe(true);
  });

  it('is kept for six hours after a move', () => {
    const moved = { arrivedAt: 0, wasMoved: true };
    expect(mayLeave(0, stay)).toBe(true);
    expect(mayLeave(6 * HOUR - 1, moved)).toBe(false);
    expect(mayLeave(6 * HOUR, moved)).toBe(true);
  });

  it('is never left for another and at once for the first again', () => {
    const hours = fc.integer({ min: 0, max: 100 * HOUR });
    fc.assert(
      fc.property(hours, hours, (here, there) => {
        expect(isClearlySooner(0, here, there, stay) && isClearlySooner(0, there, here, stay)).toBe(false);
      }),
    );
  });
});
