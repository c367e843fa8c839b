import fc from 'fast-check';
import { type FileMaterial, fileMaterialWords, fitsFile, isUndecided } from './file-material';
import { isKnownMaterial, isSameMaterial, isSameName, plasticIn } from './material-names';

const says = (name: string): FileMaterial => ({ name, nozzleCelsius: [], bedCelsius: null });
const heats = (nozzle: number, bed: number | null = null): FileMaterial => ({
  name: null,
  nozzleCelsius: [nozzle],
  bedCelsius: bed,
});

describe('names of materials', () => {
  it.each([
    ['PLA', 'pla ', true],
    ['PETG', 'PET-G', true],
    ['PETG', 'pet g', true],
    // PrusaSlicer until 2.3.
    ['PET', 'PETG', true],
    ['PLA', 'PLA+', true],
    ['Prusament PLA Galaxy', 'Generic PLA', true],
    ['FLEX', 'TPU 95A', true],
    ['Nylon', 'PA12', true],
    ['PLA', 'PETG', false],
    ['PLA', 'PLA-CF', false],
    ['PLA-CF', 'PETG-CF', false],
    ['PLA', 'PLAY', false],
    ['Nylon-X', 'Nylon-X', true],
    ['Silk-X9', 'silk x9', true],
    ['Silk-X9', 'PLA', false],
    ['PLA/PETG', 'PLA', false],
  ])('%s and %s: the same %s', (a, b, same) => {
    expect([isSameMaterial(a, b), isSameMaterial(b, a)]).toEqual([same, same]);
  });

  it.each([
    ['PLA', true],
    ['PLA Silk', true],
    ['PA-CF', true],
    ['Nylon-X', false],
    ['PLAA', false],
    ['plastique', false],
    ['', false],
  ])('%s is known: %s', (name, known) => {
    expect(isKnownMaterial(name)).toBe(known);
  });

  it('equal themselves, and never fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(isSameMaterial(name, name)).toBe(true);
        expect(isSameName(name, ` ${name} `)).toBe(true);
        plasticIn(name);
      }),
    );
  });
});

describe('the material of a file', () => {
  it.each<[string, FileMaterial | undefined, string, boolean]>([
    ['the slicer’s name', says('PLA'), 'PLA Silk', true],
    ['another word', says('PLA'), 'PETG', false],
    ['an unknown word', says('Silk-X9'), 'PLA', false],
    ['the heat of PLA', heats(205, 60), 'PLA', true],
    ['the heat of PLA', heats(205, 60), 'PETG', false],
    ['the heat of PETG', heats(240, 80), 'PETG', true],
    ['the heat of PETG', heats(240, 80), 'PLA', false],
    ['the bed of PETG under a nozzle that fits both', heats(225, 85), 'PLA', false],
    ['the bed of PLA under a nozzle that fits both', heats(225, 55), 'PETG', false],
    ['a cold bed', heats(210, 0), 'PLA', true],
    ['heat, for a material of the lab’s own', heats(205, 60), 'Nylon-X', false],
    ['neither word nor heat', { name: null, nozzleCelsius: [], bedCelsius: null }, 'PETG', true],
    ['nothing at all', undefined, 'PETG', true],
  ])('%s: %o fits %s: %s', (_what, file, material, fits) => {
    expect(fitsFile(file, material)).toBe(fits);
  });

  it('is given for the extruding tools, each material once', () => {
    const tools = [says('PLA'), says('PETG'), says('PLA'), heats(255, 100)];
    expect(fileMaterialWords(tools, [1, 0, 1, 0])).toBe('PLA');
    expect(fileMaterialWords(tools, [1, 1, 1, 1])).toBe('PLA, PETG, 255 °C / 100 °C');
    expect(fileMaterialWords([], [1])).toBeNull();
  });

  it('is decided by a person who requests another material and names the one that it replaces', () => {
    const tools = [says('PLA'), says('PETG')];
    const undecided = (material: string | null, insteadOf: string | null, filamentUm = [1, 1]) =>
      isUndecided({ material, insteadOf }, tools, filamentUm);
    expect(undecided(null, null)).toBe(false);
    expect(undecided('PLA', null)).toBe(true);
    expect(undecided('PLA', 'PLA')).toBe(true);
    expect(undecided('PLA', 'pla,petg')).toBe(false);
    expect(undecided('PLA', null, [1, 0])).toBe(false);
    expect(undecided('PETG', null, [0, 1])).toBe(false);
    expect(undecided('PETG', '', [1, 0])).toBe(true);
  });
});
