import fc from 'fast-check';
import { moveWithin, placeAt, placeOf, targetIn, withPlaces } from './reorder';

const IDS = ['a', 'b', 'c', 'd'];

/** What the server does with a place. */
function put(ids: readonly string[], id: string, place: ReturnType<typeof placeAt>): readonly string[] {
  if (!place) return ids;
  const others = ids.filter((each) => each !== id);
  const at = 'before' in place ? others.indexOf(place.before) : others.indexOf(place.after) + 1;
  return [...others.slice(0, at), id, ...others.slice(at)];
}
const index = fc.nat({ max: IDS.length - 1 });

describe('moving a row', () => {
  it('shows the order that the server makes of it', () => {
    fc.assert(
      fc.property(index, index, (from, to) => {
        const asked = put(IDS, IDS[from] as string, placeAt(IDS, from, to));
        expect(asked).toEqual(moveWithin(IDS, from, to));
      }),
    );
  });

  it('is taken back by its former place', () => {
    fc.assert(
      fc.property(index, index, (from, to) => {
        const moved = moveWithin(IDS, from, to);
        expect(put(moved, IDS[from] as string, placeOf(IDS, from))).toEqual(IDS);
      }),
    );
  });

  it('asks for nothing where nothing moves', () => {
    expect(placeAt(IDS, 1, 1)).toBeUndefined();
    expect(placeAt(IDS, 1, 4)).toBeUndefined();
    expect(placeOf(['a'], 0)).toBeUndefined();
  });

  it('stays inside the list', () => {
    const targets = [{ by: -1 }, { by: 1 }, { by: Infinity }, { by: -Infinity }, { to: 9 }, { to: 2 }];
    expect(targets.map((target) => targetIn(IDS, 0, target))).toEqual([0, 1, 3, 0, 3, 2]);
  });

  it('leaves the places where they are', () => {
    const rows = [3, 1, 7].map((position) => ({ position, name: `was ${position}` }));
    expect(withPlaces(rows).map(({ position }) => position)).toEqual([1, 3, 7]);
    expect(withPlaces([{ position: null }, { position: 2 }]).map(({ position }) => position)).toEqual([
      2,
      null,
    ]);
  });
});
