import { ExtrusionMeter } from './extrusion-meter';
import { GcodeAnalyser } from './gcode-analyser';

type Reading = ConstructorParameters<typeof ExtrusionMeter>[0];
const klipper: Reading = {
  ...{ modes: 'either', flow: 'fraction', flowOf: 'all', volumetric: false },
  alsoMoves: ['T', 'G29'],
};

function metered(commands: readonly string[], reading?: Reading) {
  const meter = new ExtrusionMeter(reading);
  for (const command of commands) meter.apply(command);
  return { filamentUm: meter.filamentUm, exact: meter.exact };
}

function analysed(commands: readonly string[]) {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`G28\nG28\nG28\n${commands.join('\n')}\n`));
  const { filamentMm, filamentExact } = analyser.end();
  return { filamentUm: filamentMm.map((mm) => Math.round(mm * 1000)), exact: filamentExact };
}

describe('filament that moves without E', () => {
  it.each<[string, string[], number[], boolean]>([
    ['G11 returns the length that G10 takes', ['M83', 'G1 E5', 'G10', 'G11', 'G1 E5'], [10_000], true],
    [
      'G11 returns it with another length set',
      ['M207 S2', 'M83', 'G1 E5', 'G10', 'M207 S9', 'G11'],
      [5_000],
      true,
    ],
    ['G11 without G10', ['M83', 'G1 E5', 'G11', 'G11'], [5_000], true],
    [
      'each G11 returns the additional length of M208',
      ['M208 S4', 'M83', 'G1 E5', 'G10', 'G11', 'G10', 'G11'],
      [13_000],
      false,
    ],
    ['the additional length in inches', ['G20', 'M208 S1', 'M83', 'G10', 'G11'], [25_400], false],
    [
      'the additional length of one tool only',
      ['M208 S4', 'T1', 'G10', 'T0', 'G11', 'T1', 'G11'],
      [0, 4_000],
      false,
    ],
    ['two heads at the same time', ['M605 S2', 'M83', 'G1 E5'], [5_000, 5_000], false],
    [
      'two heads, mirrored',
      ['M605 S2', 'M605 S3', 'M83', 'G1 E5', 'M605 S1', 'G1 E1'],
      [6_000, 5_000],
      false,
    ],
    ['the modes in which two heads print separately', ['M605 S1', 'M605 S0', 'M83', 'G1 E5'], [5_000], true],
    ['a spline', ['M83', 'G5 I0 J3 P0 Q-3 X0 Y5 E5'], [5_000], true],
    ['E from 0 after a bare G92', ['G1 E5', 'G92', 'G1 E5'], [10_000], true],
    ['a flow that overflows Marlin’s 16 bits', ['M83', 'M221 S65636', 'G1 E5'], [5_000], true],
  ])('is counted: %s', (_what, commands, filamentUm, exact) => {
    expect(metered(commands)).toEqual({ filamentUm, exact });
    expect(analysed(commands)).toEqual({ filamentUm, exact });
  });

  it.each([
    ...['M701', 'M701 L100', 'M702', 'M702 U50', 'M600', 'M600 L100 U10 E50', 'G26', 'G6 I1', 'G53 G1 E5'],
    ...[
      'M163 S0 P1',
      'M164 S1',
      'M165 A1 B1',
      'M166 A0 Z9',
      'M208 S1',
      'M208 W1',
      'M209 S1',
      'M405',
      'M92 E800',
    ],
    ...['M217 Q', 'M217 S20', 'M217 E5', 'M217 B1', 'M217 T1', 'M486 P3', 'M486 C', 'M486 U3', 'M605 S2'],
    ...['M605 P3', 'M605 E1', 'M704 P0', 'M706', 'M810', 'M98 P"prime.g"', 'M1234', 'G1234', 'T50'],
    ...[
      'PRINT_START BED=60',
      'print_end',
      'LOAD_FILAMENT',
      'FORCE_MOVE STEPPER=extruder DISTANCE=9 VELOCITY=5',
    ],
    ...[
      'SYNC_EXTRUDER_MOTION EXTRUDER=extruder MOTION_QUEUE=extruder1',
      'MANUAL_STEPPER STEPPER=feeder MOVE=9',
    ],
    ...[
      'SET_EXTRUDER_ROTATION_DISTANCE EXTRUDER=extruder DISTANCE=9',
      'ACTIVATE_EXTRUDER EXTRUDER=extruder1',
    ],
    ...[
      'SET_RETRACTION UNRETRACT_EXTRA_LENGTH=5',
      'RESTORE_GCODE_STATE',
      'SET_GCODE_OFFSET E=5',
      'Tx',
      'Tc',
      'T?',
    ],
    ...['EXCLUDE_OBJECT NAME=cube', 'G1 E', 'G92 E', 'G1 X5 E\t5', 'G1 FE5'],
  ])('makes the figures inexact: %s', (command) => {
    expect(metered(['M83', 'G1 E5', command]).exact).toBe(false);
    expect(analysed(['M83', 'G1 E5', command]).exact).toBe(false);
  });

  it.each([
    ...[
      'M603 L10 U10',
      'M117 E500',
      'M201 E5000',
      'M203 E50',
      'M92 X80',
      'M900 K0.05',
      'M217 Z2',
      'M486 S1',
      'M486 ACube_M3.stl id:0 copy 0',
    ],
    ...['M208 F300', 'M208 S0', 'M209 S0', 'G12', 'G29', 'G28 O', 'G60', 'G61 XYZ', 'M106 S255', 'M73 P5 R9'],
    ...[
      'T1',
      'M862.3 P "MK3S"',
      'SET_VELOCITY_LIMIT ACCEL=3000',
      'EXCLUDE_OBJECT_START NAME=cube',
      '@pause',
      'PAUSE',
    ],
  ])('keeps the figures exact: %s', (command) => {
    expect(metered(['M83', 'G1 E5', command]).exact).toBe(true);
    expect(analysed(['M83', 'G1 E5', command]).exact).toBe(true);
  });

  it('a new tool, or levelling, may be a macro that moves filament where the profile says so', () => {
    expect(metered(['T0', 'M83', 'G1 E5'], klipper).exact).toBe(true);
    expect(metered(['T1', 'M83', 'G1 E5'], klipper).exact).toBe(false);
    expect(metered(['G29'], klipper).exact).toBe(false);
  });
});

describe('M221 affects one tool, or all tools', () => {
  const prusa: Reading = { modes: 'own', flow: 'whole', flowOf: 'all', volumetric: true };
  const others = ['T0', 'M221 S95', 'M83', 'T2', 'G1 X60 E100'];

  it.each<[string, Reading, string[], number[]]>([
    ['Marlin 2: one factor a tool', undefined, others, [0, 0, 100_000]],
    ['Marlin 2: of the tool that T names', undefined, ['M221 T2 S95', ...others], [0, 0, 95_000]],
    ['Prusa MK3: one for all', prusa, others, [0, 0, 95_000]],
    ['Prusa MK3 never uses what T says', prusa, ['M83', 'M221 T0 S50', 'G1 E10'], [10_000]],
    ['Klipper: one for all', klipper, others, [0, 0, 95_000]],
    ['Klipper looks at S alone', klipper, ['M83', 'M221 T1 S50', 'G1 E10'], [5_000]],
  ])('%s', (_what, reading, commands, filamentUm) => {
    expect(metered(commands, reading).filamentUm).toEqual(filamentUm);
  });
});
