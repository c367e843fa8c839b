import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { GcodeAnalyser } from '@pandafab/gcode';
import type { StoredAnalysis } from '../files/file.entity';
import { durationsOf, expectedSeconds, readOn } from '../guard/read-as';
import { paceOf } from './pace';

const profile = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');

function analysed(...lines: readonly string[]): StoredAnalysis {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${lines.join('\n')}\n`));
  return analyser.end();
}
const PRINT = ['G28', 'M83', 'M109 S220', 'G1 X0 Y0 Z0.2 F6000', 'G1 X100 E3 F600', 'T1', 'G1 X0 E3'];

describe('the times of a file that the server sends to an agent', () => {
  const durations = durationsOf(profile);
  const read = readOn(analysed(...PRINT), profile);

  it('includes heating and tool changes, from the machine’s profile', () => {
    const { moving, total } = read.time ?? { moving: 0, total: 0 };
    expect(total).toBeCloseTo(
      moving + 200 / durations.nozzleCelsiusPerSecond + durations.toolChangeSeconds,
      1,
    );
    expect(paceOf(read, durations)).toMatchObject({ seconds: expect.any(Array), totalSeconds: total });
    expect(paceOf(read, durations)?.seconds[0]).toBeGreaterThanOrEqual(100);
    expect(expectedSeconds(read)).toBe(total);
  });

  it('uses the values measured on the machine, if there are any', () => {
    const quick = durationsOf(profile, { nozzleCelsiusPerSecond: 20 });
    expect(quick.bedCelsiusPerSecond).toBe(durations.bedCelsiusPerSecond);
    const { heating } = readOn(analysed(...PRINT), profile, quick).time ?? { heating: 0 };
    expect(heating).toBeCloseTo(10, 1);
  });

  it('is the slicer’s total if the file has one', () => {
    expect(expectedSeconds(readOn(analysed(';TIME:900', ...PRINT), profile))).toBe(900);
  });

  it('is the time of the moves for a file analysed before the total existed', () => {
    const { waits: _, ...old } = analysed(...PRINT);
    const before = readOn(old, profile);
    expect(before.time).toBeNull();
    expect(paceOf(before, durations)?.totalSeconds).toBe(old.timeSeconds);
  });
});
