import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { GcodeAnalyser } from './gcode-analyser';
import { pace, printTime } from './print-time';

const profiles = loadProfiles(defaultProfilesDirectory);
const durations = {
  ...{ nozzleCelsiusPerSecond: 2, bedCelsiusPerSecond: 0.5, chamberCelsiusPerSecond: 0.1 },
  ...{ toolChangeSeconds: 30, filamentChangeSeconds: 100 },
};

function analysed(...lines: readonly string[]) {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${lines.join('\n')}\n`));
  return analyser.end();
}
const timed = (...lines: readonly string[]) => printTime(analysed(...lines), durations);
const MOVES = ['G28', 'G90', 'M83', 'G1 X0 Y0 Z0.2 F6000', 'G1 X100 E3', 'G1 X0 E3'];

describe('the time of heating and of changes', () => {
  it.each<[string, string[], number]>([
    ['zero for heaters for which the file does not wait', ['M104 S220', 'M140 S60'], 0],
    ['that of a nozzle, from 20 °C', ['M109 S220'], 100],
    ['that of a bed', ['M190 S60'], 80],
    ['that of a chamber', ['M191 S40'], 200],
    [
      'that of the slower heater, when both heat at the same time',
      ['M140 S60', 'M104 S220', 'M190 S60', 'M109 S220'],
      100,
    ],
    ['the sum, when one heats after the other', ['M190 S60', 'M109 S220'], 180],
    ['that of the missing degrees only', ['M109 S150', 'M109 S220'], 100],
    ['that of cooling down after R, but not after S', ['M109 S220', 'M109 S170', 'M109 R170'], 100 + 50],
    ['that of each nozzle', ['M109 T0 S220', 'M109 T1 S220'], 200],
    [
      'that of a nozzle on stand-by, from its present temperature',
      ['M109 T1 S220', 'M104 T1 S200', 'M109 T1 S220'],
      100,
    ],
    ['that of all heaters that G10 set in RepRapFirmware', ['G10 P0 S220 R100', 'M116'], 100],
    ['zero for heaters that are switched off', ['M109 S0', 'M190 S0'], 0],
  ])('is %s', (_what, commands, heating) => {
    expect(timed(...commands, ...MOVES).heating).toBeCloseTo(heating, 0);
  });

  it('includes the heating of a macro, by the temperatures in its parameters', () => {
    expect(timed('PRINT_START EXTRUDER_TEMP=220 BED_TEMP=60', ...MOVES).heating).toBeCloseTo(180, 0);
  });

  it('is shorter when the machine moves at the same time', () => {
    const slow = ['M104 S220', 'G28', 'G1 Z50 F60', 'G4 S60', 'M109 S220'];
    expect(timed(...slow, ...MOVES).heating).toBeLessThan(20);
  });

  it('includes changes of tools, and a person who changes the spool', () => {
    const { moving, heating, changing, total } = timed(
      ...MOVES,
      'T1',
      'G1 X9 E1',
      'T0',
      'T0',
      'M600',
      'G1 X9 E1',
    );
    expect([heating, changing]).toEqual([0, 2 * 30 + 100]);
    expect(total).toBeCloseTo(moving + changing, 1);
  });

  it('is longer on a machine that changes materials by itself', () => {
    const many = Array.from({ length: 200 }, (_, at) => [`T${at % 2}`, `G1 X${at % 9} E1`]).flat();
    const file = analysed(...MOVES, ...many);
    const on = (id: string) => printTime(file, findProfile(profiles, id).durations).changing;
    expect(on('prusa-mk3')).toBe(199 * 40);
    expect(on('marlin-2')).toBe(199 * 5);
  });
});

describe('progress in time', () => {
  const layer = (z: number) => [
    `G1 Z${z}`,
    ...Array.from({ length: 900 }, (_, at) => `G1 X${at % 50} E0.1 F600`),
  ];

  it('includes every wait before that position in the file', () => {
    const file = analysed('M109 S220', ...MOVES, ...layer(0.4), 'T1', ...layer(0.6), 'T0', ...layer(0.8));
    const { offsets, seconds, totalSeconds } = pace(file, durations);
    const waits = seconds.map((all, row) => Math.round(all - (file.timeline.seconds[row] ?? 0)));
    expect(offsets).toBe(file.timeline.offsets);
    expect(new Set(waits)).toEqual(new Set([100, 130, 160]));
    expect(totalSeconds).toBe(printTime(file, durations).total);
  });

  it('is that of the moves when there are no waits', () => {
    const file = analysed(...MOVES, ...layer(0.4));
    expect(pace(file, durations).seconds).toEqual(file.timeline.seconds);
    expect(file.timeline.toolChanges).toBeUndefined();
  });
});
