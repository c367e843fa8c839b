import type { MachineId } from '@pandafab/shared';
import fc from 'fast-check';
import { NO_NEEDS } from '../equipment';
import type { Hold } from '../job-conditions';
import { onceFree, reasonsAgainst } from '../reasons';
import { fitOf } from './fit';
import type { PlanJob } from './plan-input';
import { LAB, planJob, planMachine, SPOOLS, STOCK } from './testing/plans';

const refusal = { finding: 'GUARD.POWER', line: 7, command: 'M81', details: {} };
const OF_SPOOLS = ['NO_SPOOL', 'OTHER_MATERIAL', 'OTHER_HEAT', 'OTHER_COLOUR', 'SPOOL_TOO_LOW'];
const only = planMachine();
const spool = fc.constantFrom(null, ...Object.values(SPOOLS));
const fileMaterial = fc.constantFrom(
  { name: 'PLA', nozzleCelsius: [], bedCelsius: null },
  { name: 'PETG', nozzleCelsius: [], bedCelsius: null },
  { name: null, nozzleCelsius: [250], bedCelsius: 80 },
  { name: null, nozzleCelsius: [], bedCelsius: null },
);

/** Most often the first value: a machine that never takes a job proves little. */
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 5 }, ...others.map((other) => fc.constant(other)));

const machine = fc
  .record({
    labId: mostly(LAB, 'another' as typeof LAB),
    inductionKind: mostly<string | null>(null, 'laser'),
    inMaintenance: mostly(false, true),
    bedClear: fc.boolean(),
    tags: fc.constantFrom([], ['Petg only', 'big']),
    spools: fc.array(spool, { minLength: 1, maxLength: 3 }),
    equipment: fc.record({
      nozzleUm: mostly<number | null>(null, 400, 600),
      nozzleType: mostly<'brass' | 'hardened' | null>(null, 'brass', 'hardened'),
      filamentUm: mostly<number | null>(null, 1_750, 2_850),
      bedSurface: fc.constantFrom(null, 'PEI texturé'),
      enclosed: fc.constantFrom(null, true, false),
    }),
  })
  .map((change) => planMachine({ ...change, id: only.id }));

const job = fc
  .record({
    onlyMachineId: mostly<MachineId | null>(null, only.id, 'another' as MachineId),
    inductions: fc.constantFrom(new Set<string>(), new Set(['laser'])),
    material: fc.constantFrom(null, 'PLA', 'petg'),
    insteadOf: fc.constantFrom(null, 'PETG', 'PLA'),
    fileMaterials: fc.array(fileMaterial, { maxLength: 3 }),
    filamentOn: fc.array(fc.constantFrom(0, 1_000, 500_000_000), { maxLength: 3 }).map((um) => () => um),
    held: mostly<Hold | null>(null, { by: 'maker', words: null }),
    awaitsApproval: mostly(false, true),
    awaitsFunds: mostly<PlanJob['awaitsFunds']>(null, { coveredCents: 320, neededCents: 410 }),
    awaitsMaker: mostly(false, true),
    tags: mostly<string[]>([], ['BIG'], ['clean']),
    colour: fc.constantFrom(null, 'noir', 'red'),
    fileLost: mostly(false, true),
    equipment: mostly<PlanJob['equipment']>(
      ...[NO_NEEDS, { ...NO_NEEDS, nozzlesUm: [600] }, { ...NO_NEEDS, abrasive: [false, true] }],
      ...[
        { ...NO_NEEDS, filamentsUm: [2_850] },
        { ...NO_NEEDS, bedSurface: 'Cool Plate', enclosed: true },
      ],
    ),
    refusals: mostly<PlanJob['refusals']>(
      new Map([[only.id, []]]),
      new Map(),
      new Map([[only.id, [refusal]]]),
    ),
  })
  .map((change) => planJob(change));

describe('whether a machine takes a job once it is free', () => {
  it('is what the reasons say', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(job, machine, (wanted, found) => {
        const codes = reasonsAgainst(wanted, onceFree(found), STOCK).map(({ code }) => code);
        const ofSpools = codes.every((code) => OF_SPOOLS.includes(code));
        const expected = codes.length === 0 ? 'fits' : ofSpools ? 'change' : 'never';
        seen.add(expected);
        expect(fitOf(wanted, found, STOCK)).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
    expect([...seen].sort()).toEqual(['change', 'fits', 'never']);
  });
});
