import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { coreOf, type ReadFigures } from '@pandafab/gcode';
import { type MachineId, newId } from '@pandafab/shared';
import type { StoredAnalysis } from '../files/file.entity';
import { readFor } from './read-as';

const profiles = loadProfiles(defaultProfilesDirectory);
const [marlin, prusa] = ['marlin-2', 'prusa-mk3'].map((id) => findProfile(profiles, id)) as [
  Profile,
  Profile,
];
type Profile = ReturnType<typeof findProfile>;
const [first, second] = [newId<MachineId>(), newId<MachineId>()];

/** 1 mm to Marlin 2, 3 mm to Prusa-Firmware. */
const analysis = {
  filamentMm: [1],
  filamentExact: true,
  readings: {
    used: coreOf(),
    matters: { modes: ['own', 'either'], flow: false, flowOf: false, volumetric: false },
    others: [
      {
        reading: { ...coreOf(), modes: 'own' },
        figures: { filamentMm: [3], filamentExact: true } as ReadFigures,
      },
    ],
  },
} as Partial<StoredAnalysis> as StoredAnalysis;
const refusing = new Map([[second, [{ severity: 'refuse' as const } as never]]]);

describe('the firmware whose rules are used to read a file', () => {
  it.each([
    ['is Marlin 2 without a machine', readFor(analysis), [1], null, false],
    [
      'is that of the job’s machine',
      readFor(
        analysis,
        new Map([
          [first, prusa],
          [second, marlin],
        ]),
        undefined,
        first,
      ),
      [3],
      prusa.name,
      false,
    ],
    [
      'is that of the only machine that may print it',
      readFor(analysis, new Map([[first, prusa]])),
      [3],
      prusa.name,
      false,
    ],
    [
      'is the one with the most filament if the machines differ',
      readFor(
        analysis,
        new Map([
          [first, marlin],
          [second, prusa],
        ]),
      ),
      [3],
      prusa.name,
      true,
    ],
    [
      'is that of the machines whose guards accept the file',
      readFor(
        analysis,
        new Map([
          [first, marlin],
          [second, prusa],
        ]),
        refusing,
      ),
      [1],
      marlin.name,
      false,
    ],
  ] as const)('%s', (_who, { analysis: read, readAs, differs }, filamentMm, name, apart) => {
    expect({ filamentMm: read.filamentMm, readAs, differs }).toEqual({
      filamentMm,
      readAs: name,
      differs: apart,
    });
  });

  it('keeps the analysis of an earlier analyser unchanged', () => {
    const { readings: _, ...old } = analysis;
    expect(readFor(old as StoredAnalysis, new Map([[first, prusa]])).analysis.filamentMm).toEqual([1]);
  });
});
