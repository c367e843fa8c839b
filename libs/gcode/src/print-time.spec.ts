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

describe('what takes time beside moves', () => {
  it.each<[string, string[], number]>([
    ['nothing that is not waited for', ['M104 S220', 'M140 S60'], 0],
    ['a nozzle from the room’s 20 °C', ['M109 S220'], 100],
    ['a bed', ['M190 S60'], 80],
    ['a chamber', ['M191 S40'], 200],
    ['both at once: the slower one', ['M140 S60', 'M104 S220', 'M190 S60', 'M109 S220'], 100],
    ['one behind the other', ['M190 S60', 'M109 S220'], 180],
    ['only what is still missing', ['M109 S150', 'M109 S220'], 100],
    ['cooling down after R, and not after S', ['M109 S220', 'M109 S170', 'M109 R170'], 100 + 50],
    ['each nozzle', ['M109 T0 S220', 'M109 T1 S220'], 200],
    ['a nozzle on stand-by, from where it stands', ['M109 T1 S220', 'M104 T1 S200', 'M109 T1 S220'], 100],
    ['all that RepRapFirmware was told', ['G10 P0 S220 R100', 'M116'], 100],
    ['heaters that are switched off, not', ['M109 S0', 'M190 S0'], 0],
  ])('is %s', (_what, commands, heating) => {
    expect(timed(...commands, ...MOVES).heating).toBeCloseTo(heating, 0);
  });

  it('is what a macro heats, by the temperatures that it is given', () => {
    expect(timed('PRINT_START EXTRUDER_TEMP=220 BED_TEMP=60', ...MOVES).heating).toBeCloseTo(180, 0);
  });

  it('is less where the machine moves meanwhile', () => {
    const slow = ['M104 S220', 'G28', 'G1 Z50 F60', 'G4 S60', 'M109 S220'];
    expect(timed(...slow, ...MOVES).heating).toBeLessThan(20);
  });

  it('is a change of tools, and a person with another spool', () => {
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

  it('is more on a machine that changes materials by itself', () => {
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

  it('counts every wait before a place of the file', () => {
    const file = analysed('M109 S220', ...MOVES, ...layer(0.4), 'T1', ...layer(0.6), 'T0', ...layer(0.8));
    const { offsets, seconds, totalSeconds } = pace(file, durations);
    const waits = seconds.map((all, row) => Math.round(all - (file.timeline.seconds[row] ?? 0)));
    expect(offsets).toBe(file.timeline.offsets);
    expect(new Set(waits)).toEqual(new Set([100, 130, 160]));
    expect(totalSeconds).toBe(printTime(file, durations).total);
  });

  it('is that of the moves where there is nothing to wait for', () => {
    const file = analysed(...MOVES, ...layer(0.4));
    expect(pace(file, durations).seconds).toEqual(file.timeline.seconds);
    expect(file.timeline.toolChanges).toBeUndefined();
  });
});
