import { Problem } from '../../api/problem';
import { afterFailure, nameless, newKey, type Tap, TapQueue, timeOf } from './tap-queue';

jest.mock('../../i18n/i18n', () => ({ t: (key: string) => key }));

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}
const visit = (key: string, change: object = {}): Tap => ({
  ...{ key, tappedAt: 1_000_000, kind: 'visit' },
  body: { public: 'adult', purpose: 'make', people: 1, ...change },
});
const problem = (code: string) => new Problem(code, 'what', 'cure');

describe('what was tapped', () => {
  it('is kept in its order, by place, until it is sent', () => {
    const storage = memory();
    const queue = new TapQueue(storage, 'a');
    queue.add(visit('1'));
    queue.add({ key: '2', kind: 'open', tappedAt: 2 });
    expect(new TapQueue(storage, 'a').all().map(({ key }) => key)).toEqual(['1', '2']);
    expect(new TapQueue(storage, 'b').all()).toEqual([]);
    expect(queue.remove('1')).toBe(true);
    expect(queue.remove('1')).toBe(false);
    expect(queue.remove('2')).toBe(true);
    expect(storage.getItem('a')).toBeNull();
  });

  it('is nothing where something else stands in its place', () => {
    const storage = memory();
    storage.setItem('a', '{oops');
    expect(new TapQueue(storage, 'a').all()).toEqual([]);
    storage.setItem('a', '{}');
    expect(new TapQueue(storage, 'a').all()).toEqual([]);
  });

  it('says when it was, only where it waited', () => {
    expect(timeOf(visit('1'), 1_060_000)).toEqual({});
    expect(timeOf(visit('1'), 1_060_001)).toEqual({ at: '1970-01-01T00:16:40.000Z' });
  });

  it.each(['NETWORK', 'HTTP.502', 'AUTH.REQUIRED', 'REQUEST.TOO_MANY', 'KIOSK.INVALID'])(
    'waits after %s',
    (code) => {
      expect(afterFailure(visit('1'), problem(code))).toBe('later');
    },
  );

  it('counts without a name when only the name is refused', () => {
    const tap = visit('1', { cardCode: 'BCDF' });
    expect(afterFailure(tap, problem('CARD.UNKNOWN'))).toBe('nameless');
    expect(nameless(tap)).toEqual(visit('1'));
    expect(afterFailure(visit('1'), problem('VISIT.TOO_OLD'))).toBe('drop');
    expect(afterFailure(tap, new Error('x'))).toBe('later');
  });

  it('has keys that are UUIDs, all different', () => {
    const keys = Array.from({ length: 50 }, newKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
