import { micrometres } from '@pandafab/shared';
import { expectedUsage, type FileFigures } from './expected-usage';

const figures = (change: Partial<FileFigures> = {}): FileFigures => ({
  seconds: 600,
  filamentUm: [micrometres(1000)],
  slicerGrams: null,
  slicerMaterials: ['PETG'],
  ...change,
});

describe('what a print is expected to use', () => {
  it('is weighed by its slicer, who knows the filament', () => {
    expect(expectedUsage(figures({ slicerGrams: [3.21] }), null)).toEqual({
      seconds: 600,
      materials: [{ material: 'PETG', milligrams: 3210 }],
    });
  });

  it.each([
    // π · 0.875² mm² · 1 000 mm = 2 405.28 mm³
    ['of the slicer’s material', null, ['PETG'], 'PETG', 3055],
    ['of the material that is asked for', 'abs', ['PETG'], 'abs', 2501],
    ['as PLA where nobody names one', null, [null], '', 2983],
    ['as PLA where nobody knows its density', 'Wood', [], 'Wood', 2983],
  ])('is reckoned %s without a slicer’s weight', (_what, wanted, slicerMaterials, material, milligrams) => {
    expect(expectedUsage(figures({ slicerMaterials }), wanted).materials).toEqual([{ material, milligrams }]);
  });

  it('is not weighed by its slicer where another material is asked for: that weighs otherwise', () => {
    const materials = (wanted: string) => expectedUsage(figures({ slicerGrams: [3.21] }), wanted).materials;
    expect(materials('petg')).toEqual([{ material: 'petg', milligrams: 3210 }]);
    expect(materials('ABS')).toEqual([{ material: 'ABS', milligrams: 2501 }]);
  });

  it('is reckoned tool by tool where the slicer says one sum for all', () => {
    const um = [micrometres(1000), micrometres(1000)];
    const sum = figures({ filamentUm: um, slicerGrams: [6], slicerMaterials: ['PLA', 'PETG'] });
    expect(expectedUsage(sum, null).materials).toEqual([
      { material: 'PLA', milligrams: 2983 },
      { material: 'PETG', milligrams: 3055 },
    ]);
  });

  it('is one sum for tools of one material, and nothing for tools that rest', () => {
    const um = [micrometres(10), 0, micrometres(20)];
    const several = figures({
      filamentUm: um,
      slicerGrams: [1, 0, 2],
      slicerMaterials: ['PLA', 'PVA', 'PLA'],
    });
    expect(expectedUsage(several, null).materials).toEqual([{ material: 'PLA', milligrams: 3000 }]);
  });
});
