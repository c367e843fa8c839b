import { ORDER_STATES } from '@pandafab/domain';
import { isLate, urgencyOf } from './urgency';

describe('the urgency of a client order', () => {
  it('sorts by planned end, then those without one, then those that are done', () => {
    const sorted = [
      { state: 'in-progress', endsOn: '2026-01-05' },
      { state: 'preparing', endsOn: '2026-11-23' },
      { state: 'confirmed', endsOn: null },
      { state: 'delivered', endsOn: '2026-01-01' },
    ] as const;
    const texts = sorted.map(urgencyOf);
    expect([...texts].sort()).toEqual(texts);
    expect(new Set(texts).size).toBe(4);
  });

  it.each(ORDER_STATES)('makes %s late only while work is to be done, from the day after', (state) => {
    const isOpen = ['preparing', 'confirmed', 'in-progress'].includes(state);
    expect(isLate({ state, endsOn: '2026-11-22' }, '2026-11-23')).toBe(isOpen);
    expect(isLate({ state, endsOn: '2026-11-23' }, '2026-11-23')).toBe(false);
    expect(isLate({ state, endsOn: null }, '2026-11-23')).toBe(false);
  });
});
