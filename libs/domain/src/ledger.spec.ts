import { newId, type RunId, type SpoolId } from '@pandafab/shared';
import fc from 'fast-check';
import { type MaterialMovement, movementsOfRun, type RunMovement } from './ledger';

const PLA = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const spoolIds = [newId<SpoolId>(), newId<SpoolId>()] as const;
const loaded = spoolIds.map((spoolId) => ({ spoolId, geometry: PLA }));

const runs = fc.array(
  fc
    .tuple(fc.nat({ max: 400_000_000 }), fc.nat({ max: 400_000_000 }))
    .map((filamentUm) => ({ runId: newId<RunId>(), filamentUm, spools: loaded })),
  { maxLength: 20 },
);

describe('movements of a run', () => {
  it('books a metre of 1.75 mm PLA as 2.983 g off its spool', () => {
    const runId = newId<RunId>();
    expect(movementsOfRun({ runId, filamentUm: [1_000_000, 0], spools: loaded })).toEqual({
      movements: [
        {
          ...{ runId, tool: 0, spoolId: spoolIds[0] },
          ...{ milligrams: -2983, filamentUm: 1_000_000 },
        },
      ],
      unattributed: [],
    });
  });

  it('keeps the extrusion of a tool without a spool', () => {
    const { movements, unattributed } = movementsOfRun({
      runId: newId<RunId>(),
      filamentUm: [0, 5_000],
      spools: [loaded[0] ?? null],
    });
    expect(movements).toEqual([]);
    expect(unattributed).toEqual([{ tool: 1, filamentUm: 5_000 }]);
  });
});

describe('a run whose spool was changed', () => {
  const [first, second] = loaded as [(typeof loaded)[0], (typeof loaded)[0]];
  const split = (total: number, ...changes: [number, typeof first | null][]) => {
    const { movements, unattributed } = movementsOfRun({
      runId: newId<RunId>(),
      filamentUm: [total],
      spools: [first],
      changes: changes.map(([filamentUm, spool]) => ({ tool: 0, filamentUm, spool })),
    });
    const booked = movements.map(({ spoolId, filamentUm }) => [spoolIds.indexOf(spoolId), filamentUm]);
    return [...booked, ...unattributed.map(({ filamentUm }) => [null, filamentUm])];
  };

  it.each<[string, ReturnType<typeof split>, (number | null)[][]]>([
    [
      'in the middle',
      split(1000, [400, second]),
      [
        [0, 400],
        [1, 600],
      ],
    ],
    ['before the first movement', split(1000, [0, second]), [[1, 1000]]],
    [
      'and back again',
      split(1000, [400, second], [700, first]),
      [
        [0, 700],
        [1, 300],
      ],
    ],
    ['for the same one', split(1000, [400, first]), [[0, 1000]]],
    [
      'for an unknown spool',
      split(1000, [400, null]),
      [
        [0, 400],
        [null, 600],
      ],
    ],
    [
      'by mistake, corrected immediately',
      split(1000, [400, null], [400, second]),
      [
        [0, 400],
        [1, 600],
      ],
    ],
    ['later than the last figure that a crash left', split(300, [400, second]), [[0, 300]]],
  ])('%s is booked on both from where it was changed', (_what, parts, expected) => {
    expect(parts).toEqual(expected);
  });

  it('is booked completely, for every reported change', () => {
    const change = fc.tuple(fc.nat({ max: 3000 }), fc.constantFrom(first, second, null));
    fc.assert(
      fc.property(fc.nat({ max: 2000 }), fc.array(change, { maxLength: 6 }), (total, changes) => {
        const parts = split(total, ...changes);
        expect(parts.reduce((sum, [, um]) => sum + (um ?? 0), 0)).toBe(total);
        expect(parts.every(([, um]) => (um ?? 0) > 0)).toBe(true);
      }),
    );
  });
});

/** The balance of a spool after these movements: the database's unique index counts a run's tool and spool once. */
function balanceOf(spoolId: SpoolId, movements: readonly (MaterialMovement | RunMovement)[]): number {
  const cause = (movement: object) =>
    'runId' in movement && 'tool' in movement ? `${movement.runId} ${movement.tool}` : '';
  const own = movements.filter((movement) => movement.spoolId === spoolId);
  const counted = new Map(own.map((movement) => [cause(movement), movement.milligrams]));
  return [...counted.values()].reduce((sum, milligrams) => sum + milligrams, 0);
}

describe('the ledger', () => {
  it('sums to the stock: the initial weight minus the use of every run', () => {
    fc.assert(
      fc.property(runs, fc.nat({ max: 5_000_000 }), (printed, initial) => {
        const booked: MaterialMovement[] = spoolIds.map((spoolId) => ({
          spoolId,
          milligrams: initial,
        }));
        const taken = printed.flatMap((run) => movementsOfRun(run).movements);
        booked.push(...taken);
        const left = spoolIds.map((spoolId) => balanceOf(spoolId, booked));
        const total = taken.reduce((sum, movement) => sum + movement.milligrams, 0);
        expect(left.reduce((sum, balance) => sum + balance, 0)).toBe(2 * initial + total);
      }),
    );
  });

  it('is the same in any order, also when a run is reported several times', () => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.nat()), (printed, order) => {
        const once = printed.flatMap((run) => movementsOfRun(run).movements);
        const again = [...once, ...printed.flatMap((run) => movementsOfRun(run).movements)]
          .map((movement) => ({ movement, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ movement }) => movement);
        for (const spoolId of spoolIds) expect(balanceOf(spoolId, again)).toBe(balanceOf(spoolId, once));
      }),
    );
  });

  it('never adds material to a spool', () => {
    fc.assert(
      fc.property(runs, (printed) => {
        for (const { milligrams } of printed.flatMap((run) => movementsOfRun(run).movements))
          expect(milligrams).toBeLessThanOrEqual(0);
      }),
    );
  });
});
