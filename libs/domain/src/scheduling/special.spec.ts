import type { MachineId } from '@pandafab/shared';
import fc from 'fast-check';
import { UNKNOWN_EQUIPMENT } from '../equipment';
import { specialOf } from './special';
import { planMachine } from './testing/plans';

const ordinary = planMachine({ bedMm2: 50_000 });
const equipped = (change: Partial<typeof UNKNOWN_EQUIPMENT>) => ({ ...UNKNOWN_EQUIPMENT, ...change });

describe('how special a machine is', () => {
  it.each([
    ['an ordinary one', {}, 0],
    ['a usual nozzle', { equipment: equipped({ nozzleUm: 400, nozzleType: 'brass', enclosed: false }) }, 0],
    ['a further tool', { spools: [null, null] }, 1],
    ['a kind that needs an induction', { inductionKind: 'resin' }, 1],
    ['a housing', { equipment: equipped({ enclosed: true }) }, 0.5],
    ['a hardened nozzle', { equipment: equipped({ nozzleType: 'hardened' }) }, 0.5],
    ['an unusual nozzle', { equipment: equipped({ nozzleUm: 600 }) }, 0.5],
    ['a large bed', { bedMm2: 100_000 }, 0.5],
    ['a bed that is a little larger', { bedMm2: 60_000 }, 0],
    ['all of these', { bedMm2: 1e6, inductionKind: 'x', equipment: equipped({ enclosed: true }) }, 2],
  ] as const)('%s', (_, change, expected) => {
    const machine = planMachine({ bedMm2: 50_000, ...change } as never);
    expect(specialOf(machine, [ordinary, machine, planMachine({ bedMm2: 40_000 })])).toBe(expected);
  });

  it('is 0 for the only machine of a lab, and does not depend on the order', () => {
    expect(specialOf(ordinary, [ordinary])).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const all = sizes.map((bedMm2, at) => planMachine({ id: String(at) as MachineId, bedMm2 }));
        const first = all[0] as (typeof all)[0];
        expect(specialOf(first, [...all].reverse())).toBe(specialOf(first, all));
      }),
    );
  });
});
