import { micrometres } from '@pandafab/shared';
import { expectedUsage, type FileFigures } from './expected-usage';

const figures = (change: Partial<FileFigures> = {}): FileFigures => ({
  seconds: 600,
  filamentUm: [micrometres(1000)],
  slicerGrams: null,
  slicerMaterials: ['PETG'],
  ...change,
});

describe('the expected material of a print', () => {
  it('uses the weight of the slicer, which knows the filament', () => {
    expect(expectedUsage(figures({ slicerGrams: [3.21] }), null)).toEqual({
      seconds: 600,
      materials: [{ material: 'PETG', milligrams: 3210 }],
    });
  });

  it.each([
    // π · 0.875² mm² · 1 000 mm = 2 405.28 mm³
    ['of the slicer’s material', null, ['PETG'], 'PETG', 3055],
    ['of the requested material', 'abs', ['PETG'], 'abs', 2501],
    ['as PLA without a named material', null, [null], '', 2983],
    ['as PLA for a material of unknown density', 'Wood', [], 'Wood', 2983],
  ])('is calculated %s without a slicer’s weight', (_what, wanted, slicerMaterials, material, milligrams) => {
    expect(expectedUsage(figures({ slicerMaterials }), wanted).materials).toEqual([{ material, milligrams }]);
  });

  it('does not use the slicer’s weight when another material is requested, because its density differs', () => {
    const materials = (wanted: string) => expectedUsage(figures({ slicerGrams: [3.21] }), wanted).materials;
    expect(materials('petg')).toEqual([{ material: 'petg', milligrams: 3210 }]);
    expect(materials('ABS')).toEqual([{ material: 'ABS', milligrams: 2501 }]);
  });

  it('is calculated tool by tool when the slicer gives one sum for all', () => {
    const um = [micrometres(1000), micrometres(1000)];
    const sum = figures({ filamentUm: um, slicerGrams: [6], slicerMaterials: ['PLA', 'PETG'] });
    expect(expectedUsage(sum, null).materials).toEqual([
      { material: 'PLA', milligrams: 2983 },
      { material: 'PETG', milligrams: 3055 },
    ]);
  });

  it('is one sum for tools of one material, and nothing for unused tools', () => {
    const um = [micrometres(10), 0, micrometres(20)];
    const several = figures({
      filamentUm: um,
      slicerGrams: [1, 0, 2],
      slicerMaterials: ['PLA', 'PVA', 'PLA'],
    });
    expect(expectedUsage(several, null).materials).toEqual([{ material: 'PLA', milligrams: 3000 }]);
  });
});
