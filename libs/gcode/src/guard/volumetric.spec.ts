import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { GcodeAnalyser } from '../gcode-analyser';
import { judge } from './judge';

const profiles = loadProfiles(defaultProfilesDirectory);
const limits = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null };

function analysed(...lines: readonly string[]) {
  const file = Buffer.from(`${lines.join('\n')}\n`);
  const analyser = new GcodeAnalyser(file);
  analyser.push(file);
  return analyser.end();
}
const START = ['G28', 'G90', 'M82', 'G1 X0 Y0 Z0.2 F3000'];
const moving = (mm3: number) => [`G1 X50 E${mm3}`];
const volumes = (profile: string, file: ReturnType<typeof analysed>, allowed: readonly string[] = []) =>
  judge(file.guard, guardPolicyOf(findProfile(profiles, profile), { ...limits, allowed }))
    .filter(({ code }) => code === 'GUARD.VOLUMETRIC')
    .map(({ severity, line, rule }) => ({ severity, line, rule }));

describe('E that counts volumes', () => {
  it.each<[string, string[], number]>([
    ['UltiGCode', [';FLAVOR:UltiGCode', ...START, ...moving(24.05)], 10],
    ['Cura for volumetric Marlin', [';FLAVOR:Marlin(Volumetric)', ...START, ...moving(24.05)], 10],
    ['PrusaSlicer, at the end', [...START, ...moving(24.05), '; use_volumetric_e = 1'], 10],
    [
      'with thicker filament',
      [';FLAVOR:UltiGCode', ';MATERIAL_DIAMETER:2.85', ...START, ...moving(63.794)],
      10,
    ],
    [
      'with thicker filament, as PrusaSlicer writes it',
      [...START, ...moving(63.794), '; filament_diameter = 2.85', '; use_volumetric_e = 1'],
      10,
    ],
    ['lengths of an ordinary Cura file', [';FLAVOR:Marlin', ...START, ...moving(24.05)], 24.05],
    [
      'lengths of an ordinary PrusaSlicer file',
      [...START, ...moving(24.05), '; use_volumetric_e = 0'],
      24.05,
    ],
    [
      'until the file switches volumes off',
      [';FLAVOR:UltiGCode', 'M200 D0', ...START, ...moving(24.05)],
      24.05,
    ],
  ])('is converted to lengths: %s', (_what, lines, millimetres) => {
    const [read = 0] = analysed(...lines).filamentMm;
    expect(read).toBeCloseTo(millimetres, 2);
  });

  const untold = analysed(';FLAVOR:UltiGCode', ...START, ...moving(24.05));
  const told = analysed(';FLAVOR:Marlin(Volumetric)', 'M200 D1.75', ...START, ...moving(24.05));

  it('is refused when the file has no M200, unless a manager allows it', () => {
    for (const profile of ['marlin-2', 'prusa-mk3', 'klipper'])
      expect(volumes(profile, untold)).toEqual([{ severity: 'refuse', line: 6, rule: 'E:volumetric' }]);
    expect(volumes('marlin-2', untold, ['E:volumetric'])).toEqual([]);
  });

  it('is accepted with M200, and refused by a firmware that does not know M200', () => {
    expect(volumes('marlin-2', told)).toEqual([]);
    expect(volumes('klipper', told)).toEqual([{ severity: 'refuse', line: 7, rule: 'E:told' }]);
    const off = analysed('M200 D0', ...START, ...moving(24.05));
    expect(volumes('klipper', off)).toEqual([]);
  });

  it('agrees with the slicer’s volumes', () => {
    const file = analysed(';FLAVOR:UltiGCode', ';TIME:20', ';MATERIAL:63794', ';MATERIAL2:0', ...START);
    expect(file.slicerEstimate.filamentCm3).toEqual([63.794]);
  });
});
