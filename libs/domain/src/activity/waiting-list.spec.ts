import fc from 'fast-check';
import {
  byRegistration,
  freePlaces,
  movingUp,
  positions,
  type SessionPlace,
  stateOfNew,
} from './waiting-list';

const place = (id: string, state: SessionPlace['state'], registeredAt = 0): SessionPlace => ({
  ...{ id, state, registeredAt },
});

describe('a waiting list', () => {
  it('moves up in the order of the registrations, as far as there are places', () => {
    const places = [
      ...[place('a', 'registered', 1), place('d', 'waiting', 4), place('c', 'waiting', 3)],
      ...[place('x', 'cancelled', 2), place('b', 'waiting', 3)],
    ];
    expect(movingUp(3, places).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(movingUp(null, places).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(movingUp(1, places)).toEqual([]);
    expect([...positions(places)]).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
  });

  it('is not passed by a new person while others wait', () => {
    expect(stateOfNew(2, [place('a', 'registered')])).toBe('registered');
    expect(stateOfNew(2, [place('a', 'registered'), place('b', 'registered')])).toBe('waiting');
    expect(stateOfNew(2, [place('a', 'registered'), place('b', 'waiting')])).toBe('waiting');
    expect(stateOfNew(null, [place('a', 'waiting')])).toBe('registered');
  });

  const step = fc.oneof(
    fc.record({ kind: fc.constant('come' as const) }),
    fc.record({ kind: fc.constant('go' as const), who: fc.nat(30) }),
    fc.record({ kind: fc.constant('places' as const), more: fc.integer({ min: 0, max: 3 }) }),
  );

  it('never gives more places than there are, keeps its order, and leaves no place free while people wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.array(step, { maxLength: 60 }), (first, steps) => {
        let capacity = first;
        let places: SessionPlace[] = [];
        const up = () => {
          const moved = new Set(movingUp(capacity, places).map(({ id }) => id));
          places = places.map((each) =>
            moved.has(each.id) ? { ...each, state: 'registered' as const } : each,
          );
        };
        for (const [at, each] of steps.entries()) {
          if (each.kind === 'come')
            places = [...places, place(String(at).padStart(3, '0'), stateOfNew(capacity, places), at >> 2)];
          if (each.kind === 'go')
            places = places.map((one, index) =>
              index === each.who ? { ...one, state: 'cancelled' as const } : one,
            );
          if (each.kind === 'places') capacity += each.more;
          up();
          const [having, waiting] = (['registered', 'waiting'] as const).map((state) =>
            places.filter((one) => one.state === state).sort(byRegistration),
          ) as [SessionPlace[], SessionPlace[]];
          expect(having.length).toBeLessThanOrEqual(capacity);
          if (waiting.length > 0) expect(freePlaces(capacity, places)).toBe(0);
          const last = having.at(-1);
          // Who has a place came before each person who waits.
          if (last && waiting[0]) expect(byRegistration(last, waiting[0])).toBeLessThan(0);
        }
      }),
    );
  });
});
