import { newId, type SpoolId } from '@pandafab/shared';
import {
  againstEquipment,
  type Equipment,
  type EquipmentNeeds,
  NO_NEEDS,
  takesSurface,
  UNKNOWN_EQUIPMENT,
} from './equipment';
import type { Stock } from './reasons';

const spoolId = newId<SpoolId>();
const geometry = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const stock: Stock = new Map([
  [spoolId, { spoolId, material: 'PLA', colour: 'black', geometry, balanceMg: 1_000 }],
]);

const against = (needs: Partial<EquipmentNeeds>, equipment: Partial<Equipment> = {}, filament = [1_000]) =>
  againstEquipment(
    { ...NO_NEEDS, ...needs },
    { equipment: { ...UNKNOWN_EQUIPMENT, ...equipment }, spools: [spoolId] },
    filament,
    stock,
  );

describe('the equipment of a machine', () => {
  it.each<[string, Partial<EquipmentNeeds>, Partial<Equipment>, object]>([
    [
      'has another nozzle',
      { nozzlesUm: [600] },
      { nozzleUm: 400 },
      { code: 'OTHER_NOZZLE', neededMm: 0.6, mountedMm: 0.4 },
    ],
    ['is brass', { abrasive: [true] }, { nozzleType: 'brass' }, { code: 'NOZZLE_NOT_HARDENED' }],
    [
      'is for another filament',
      { filamentsUm: [1_750] },
      { filamentUm: 2_850 },
      { code: 'OTHER_FILAMENT_DIAMETER', neededMm: 1.75, takenMm: 2.85 },
    ],
    [
      'has a spool of another diameter',
      { filamentsUm: [2_850] },
      {},
      { code: 'OTHER_FILAMENT_DIAMETER', neededMm: 2.85, takenMm: 1.75 },
    ],
    [
      'has another plate',
      { bedSurface: 'Textured PEI Plate' },
      { bedSurface: 'PEI lisse' },
      { code: 'OTHER_BED_SURFACE', wanted: 'Textured PEI Plate', present: 'PEI lisse' },
    ],
    ['is open', { enclosed: true }, { enclosed: false }, { code: 'NOT_ENCLOSED' }],
  ])('%s', (_, needs, equipment, reason) => {
    expect(against(needs, equipment)).toEqual([reason]);
  });

  it('takes every file while its staff say nothing', () => {
    const all = { nozzlesUm: [800], abrasive: [true], bedSurface: 'Cool Plate', enclosed: true };
    expect(against(all)).toEqual([]);
  });

  it('takes every file that says nothing', () => {
    const all = { nozzleUm: 800, nozzleType: 'brass', filamentUm: 2_850, bedSurface: 'verre' } as const;
    expect(against({}, { ...all, enclosed: false })).toEqual([]);
  });

  it('takes what is the same but for the digits', () => {
    expect(against({ nozzlesUm: [410], filamentsUm: [3_000] }, { nozzleUm: 400, filamentUm: 2_850 })).toEqual(
      [],
    );
  });

  it('matters for tools that extrude only', () => {
    const needs = { nozzlesUm: [400, 600], abrasive: [false, true] };
    const equipment = { nozzleUm: 400, nozzleType: 'brass' } as const;
    expect(against(needs, equipment, [1_000, 0])).toEqual([]);
    expect(against(needs, equipment, [0, 1_000]).map(({ code }) => code)).toEqual([
      'OTHER_NOZZLE',
      'NOZZLE_NOT_HARDENED',
    ]);
  });

  it.each([
    ['Textured PEI Plate', 'PEI texturé', true],
    ['Textured PEI Plate', 'PEI lisse et texturé', true],
    ['High Temp Plate', 'Smooth PEI', true],
    ['Cool Plate', 'Verre', false],
    ['glass', 'verre', true],
    ['Cool Plate', 'celle du fond', true],
    ['My plate', 'verre', true],
  ])('takes a file for %s with %s: %s', (wanted, present, expected) => {
    expect(takesSurface(wanted, present)).toBe(expected);
  });
});
