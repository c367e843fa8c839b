import { guardPolicyOf } from '@pandafab/firmware';
import { CommandReader, frameLine, GcodeAnalyser, isRefused, judge, LineGuard } from '@pandafab/gcode';
import { plainForm, specialOf } from '@pandafab/machine-host';
import type { GuardPolicy } from '@pandafab/shared';
import fc from 'fast-check';
import { profileOf } from './bench';
import type { Build, Ends, FirmwareModel } from './firmware-models/deeds';
import { KlipperModel } from './firmware-models/klipper';
import { MarlinModel } from './firmware-models/marlin';
import { PrusaModel } from './firmware-models/prusa';

/** For a long run with another seed: `GUARD_RUNS=200000 npx jest test/device/guard-models`. */
const NIGHT = process.env.GUARD_RUNS;
const RUNS = Number(NIGHT ?? 800);
const SEED = NIGHT === undefined ? { seed: 20_261_128 } : {};
const LIMITS = { nozzle: 275, bed: 110, chamber: 60 };
const policyFor = (id: string): GuardPolicy =>
  guardPolicyOf(profileOf(id), {
    sizeMm: { x: 250, y: 210, z: 210 },
    ...{ maxNozzleC: LIMITS.nozzle, maxBedC: LIMITS.bed, maxChamberC: LIMITS.chamber, allowed: [] },
  });

/** The host pauses by itself: neither the command nor its text is sent (special-commands.ts). */
const isHostPause = (command: string): boolean => specialOf(plainForm(command), true)?.person === true;

interface Sent {
  readonly commands: readonly string[];
  /** The file left the volume after its print: the guard relied on software endstops. */
  readonly walksOut: boolean;
}

/** The file's lines as the agent would send them, up to the first that its guard refuses. */
function sent(file: Buffer, policy: GuardPolicy): Sent {
  const guard = new LineGuard(policy);
  const commands: string[] = [];
  const reader = new CommandReader((command, line) => {
    if (guard.refusal || guard.check(command, line) !== 'pass' || isHostPause(command)) return;
    commands.push(command);
  });
  reader.push(file);
  reader.end();
  return { commands, walksOut: guard.findings.some(({ code }) => code === 'GUARD.STOPPED_AT_END') };
}

/** True when the analysis accepts the file for the machine. */
function isAllowed(file: Buffer, policy: GuardPolicy): boolean {
  const analyser = new GcodeAnalyser();
  analyser.push(file);
  return !isRefused(judge(analyser.end().guard, policy));
}

/** The forbidden actions of a machine. */
function harm({ deeds }: FirmwareModel, { volume }: GuardPolicy): string[] {
  const found = [...deeds.forbidden];
  if (deeds.nozzleC > LIMITS.nozzle) found.push(`nozzle ${deeds.nozzleC} °C`);
  if (deeds.bedC > LIMITS.bed) found.push(`bed ${deeds.bedC} °C`);
  if (deeds.chamberC > LIMITS.chamber) found.push(`chamber ${deeds.chamberC} °C`);
  for (const [axis, name] of (['x', 'y', 'z'] as const).entries()) {
    const [min, max] = [deeds.min[axis] as number, deeds.max[axis] as number];
    if (min < (volume?.min[name] ?? 0) - 0.01) found.push(`${name} ${min} mm`);
    if (max > (volume?.max[name] ?? 0) + 0.01) found.push(`${name} ${max} mm`);
  }
  return found;
}

const pick = (...from: readonly string[]) => fc.constantFrom(...from);
const number = fc.oneof(
  fc.integer({ min: -5, max: 260 }).map(String),
  pick('0', '1', '2', '3', '5', '100', '200', '215', '60', '0.4', '.5', '5.', '-5', '+5', '10.5', '00', '-0'),
  pick('300', '-65236', '65536', '65836', '-65416', '4294967596', '-4294967036', '256', '-1', '0.5', '99999'),
  pick('3e2', '1E1', '0x12C', '0X5', 'inf', 'nan', 'NAN', '3_00', '1.2.3', '2 00', '--3', '', '', '"300"'),
);
const bytes = pick(
  '\\',
  '\\\\',
  '()',
  '()()',
  '(x)',
  '\x80\x80',
  '\xff',
  '\t',
  ' ',
  '"',
  '#',
  '^',
  '*',
  '\x08',
  'N5 ',
);
const letter = pick(...'XYZXYZEFSRTPIJHBCOWLQKUVDAGMNxyzsrpc');
const word = fc.tuple(letter, pick('', '', '', ' '), number).map((parts) => parts.join(''));
const steering = pick(
  ...['G0', 'G1', 'G1', 'G1', 'G2', 'G3', 'G28', 'G90', 'G91', 'G91', 'G92', 'G92', 'G20', 'G21'],
);
const heating = pick('M104', 'M109', 'M140', 'M190', 'M141', 'M191', 'M600', 'G26', 'M605', 'M568', 'G10');
const placing = pick(
  'M600',
  'M125',
  'M217',
  'M207',
  'M209',
  'G10',
  'G11',
  'G12',
  'G27',
  'G30',
  'G34',
  'G60',
  'G61',
  'M701',
  'M702',
  'M240',
);
const meshing = pick('G29', 'G80', 'M290', 'M420', 'M851', 'M206', 'M421', 'G31', 'G32', 'M603');
const flags = pick(
  'M302',
  'M211',
  'M486',
  'M75',
  'M862.3',
  'M118',
  'M117',
  'M110',
  'M0',
  'M1',
  'M16',
  'M112',
  'M997',
  'M500',
  'T0',
  'T1',
  'M73',
  'M84',
  'M106',
);
const head = fc.oneof(
  { weight: 4, arbitrary: steering },
  { weight: 2, arbitrary: heating },
  { weight: 2, arbitrary: placing },
  meshing,
  flags,
);
const worn = fc.tuple(head, fc.integer({ min: 0, max: 19 })).map(([name, way]) => {
  if (way === 0) return name.toLowerCase();
  if (way === 1) return `${name[0]} ${name.slice(1)}`;
  if (way === 2) return `${name[0]}0${name.slice(1)}`;
  return way === 3 ? `${name}.1` : name;
});
const words = fc
  .tuple(worn, fc.array(word, { maxLength: 4 }), pick(' ', ' ', ' ', ' ', ''))
  .map(([name, rest, blank]) => [name, ...rest].join(blank));
const parameter = fc
  .tuple(
    pick(
      'HE',
      'E',
      'B',
      'BED',
      'EXTRUDER',
      'TEMP',
      'T',
      'FOO',
      'CHAMBER',
      'TARGET',
      'HEATER',
      'X',
      'SIZE',
      'HORIZONTAL_MOVE_Z',
      'REMOVE',
    ),
    fc.oneof(
      number,
      pick('extruder', 'heater_bed', 'PLA', '"0 S300"', '1_1_200_200', '200,300', "'300'", '" 300"'),
    ),
  )
  .map(([key, value]) => `${key}=${value}`);
const macro = fc
  .tuple(
    pick(
      'PRINT_START',
      'START_PRINT',
      'print_start',
      'SET_HEATER_TEMPERATURE',
      'SET_HEATER_TEMPERATURE HEATER=extruder',
      'BED_MESH_CALIBRATE',
      'BED_MESH_PROFILE',
      'QUAD_GANTRY_LEVEL',
      'T0_X',
      'M104_X',
      'FIRMWARE_RESTART',
      'SET_GCODE_OFFSET',
      'PAUSE',
    ),
    fc.array(parameter, { maxLength: 3 }),
  )
  .map(([name, parameters]) => [name, ...parameters].join(' '));
const plain = pick(
  ...[
    'G28',
    'G28',
    'G28 X Y',
    'G28 Z',
    'G28 O',
    'G1 X100 Y100 Z5',
    'G1 X200 Y200 Z200',
    'G1 X10',
    'G1 Z50',
    'G1 X50 Y50',
  ],
  ...[
    'G90',
    'G91',
    'G91',
    'G92 X0',
    'G92 X0 Y0 Z0',
    'G92 Z10',
    'G92 E0',
    'G1 X-50',
    'G1 Z-5',
    'G1 Z40',
    'G2 X110 Y110 I10 J0',
  ],
  ...[
    'G3 X100 Y100 I20 J20',
    'G2 X100.00001 I60',
    'G2 X40 Y40 R30',
    'G29',
    'G27',
    'M207 Z5',
    'G10',
    'G11',
    'M486 S1',
    'M486 ACup',
    'M486 S-1',
  ],
  ...[
    'M104 S215',
    'M140 S60',
    'M117 hi',
    'M302 S170',
    'M605 S2',
    'T0',
    'G60',
    'G61 X Y',
    'M600',
    'PRINT_START EXTRUDER=215 BED=60',
  ],
);
/** A line of any of these, sometimes with bytes that do not belong there. */
const line = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: plain }, { weight: 4, arbitrary: words }, macro),
    fc.array(fc.tuple(fc.nat(40), bytes), { maxLength: 3 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([text, odd, dice]) =>
    dice > 0 ? text : odd.reduce((made, [at, put]) => made.slice(0, at) + put + made.slice(at), text),
  );
/** Enough ordinary G-code, so that a strange line does not make the file count as text. */
const filler = 'M105\n'.repeat(40);
const content = fc.array(line, { minLength: 1, maxLength: 12 });
const fileOf = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n${filler}`, 'latin1');

/** Lines that can be read, with any effect: files that the guard follows to their end, or nearly. */
const mm = fc.oneof(
  pick('0', '5', '10', '50', '100', '125', '150', '200', '-5', '-10', '-50', '-100', '0.2', '20'),
  fc.integer({ min: -60, max: 260 }).map(String),
);
const axes = fc
  .tuple(fc.subarray(['X', 'Y', 'Z'], { minLength: 1 }), fc.array(mm, { minLength: 3, maxLength: 3 }))
  .map(([letters, values]) => letters.map((each, index) => each + values[index]).join(' '));
const step = fc.oneof(
  { weight: 6, arbitrary: axes.map((to) => `G1 ${to}`) },
  { weight: 2, arbitrary: axes.map((to) => `G92 ${to}`) },
  { weight: 3, arbitrary: pick('G90', 'G91') },
  {
    weight: 3,
    arbitrary: pick('G28', 'G28 X', 'G28 Y', 'G28 Z', 'G28 X Y', 'G28 O', 'G28 Z O', 'G28 X R20', 'G28 R5'),
  },
  {
    weight: 2,
    arbitrary: pick('G29', 'G27', 'G30', 'G60', 'G61 X Y', 'G61 Z', 'G12', 'G34', 'G26', 'PRINT_START'),
  },
  { weight: 1, arbitrary: mm.map((lift) => `M207 Z${lift}`) },
  { weight: 1, arbitrary: pick('G10', 'G11', 'M209 S1', 'T1', 'M84', 'G92 E0', 'M290 Z1') },
  { weight: 1, arbitrary: axes.map((to) => `M600 ${to}`) },
  { weight: 1, arbitrary: mm.map((lift) => `M701 Z${lift}`) },
  { weight: 1, arbitrary: pick('M486 S1', 'M486 S-1', 'M486 ACup', 'M486 APaul', 'M486 T5') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick('G2', 'G3'), axes, mm, mm)
      .map(([name, to, i, j]) => `${name} ${to.replace(/ ?Z\S+/, '')} I${i} J${j}`),
  },
  { weight: 1, arbitrary: fc.tuple(axes, mm).map(([to, r]) => `G2 ${to.replace(/ ?Z\S+/, '')} R${r}`) },
);
const walk = fc.array(step, { minLength: 2, maxLength: 20 });

/** Files with relative moves that leave the volume, from a position that the guard knows. */
const stride = fc.oneof(
  { weight: 6, arbitrary: axes.map((by) => `G1 ${by}`) },
  { weight: 2, arbitrary: axes.map((by) => `G1 ${by} E-2`) },
  { weight: 1, arbitrary: axes.map((by) => `G1 ${by} E2`) },
  {
    weight: 2,
    arbitrary: pick('G1 X180', 'G1 Y180', 'G0 Z20', 'G1 Z200', 'G1 X-180', 'G1 Z-20', 'G1 Y-180'),
  },
  { weight: 2, arbitrary: pick('G90', 'G91', 'G91', 'G28', 'G28 X', 'G28 Z', 'G28 O', 'G27', 'G29', 'M84') },
  { weight: 1, arbitrary: pick('G92 X0', 'G92 Z5', 'G92 Y100', 'M207 Z5', 'G10', 'G11', 'G60', 'G61 X Y') },
  { weight: 1, arbitrary: pick('M600', 'M125', 'M701 Z5', 'T1', 'G2 X10 Y10 I5 J5', 'M206 Z-5', 'M211 S0') },
);
const departure = fc
  .tuple(pick('G28', 'G28', 'G28 X Y', 'G92 Z5'), axes, fc.array(stride, { minLength: 1, maxLength: 12 }))
  .map(([begin, to, strides]) => [begin, `G1 ${to}`, 'G91', ...strides]);

const option = (...names: readonly string[]) => fc.subarray([...names]).map((chosen) => new Set(chosen));
const build: fc.Arbitrary<Build> = fc.record({
  ends: fc.constant(null),
  start: fc.constantFrom([100, 100, 40] as const, [120, 90, 100] as const),
  zHomesAt: fc.constantFrom([0, 0] as const, [125, 105] as const),
  raiseMm: fc.constantFrom(0, 5, 10),
  strayedTo: fc.constantFrom([0, 0] as const, [250, 210] as const, [100, 100] as const),
  options: option(
    ...[
      'caseInsensitive',
      'parenComments',
      'quotedStrings',
      'subcodes',
      'inches',
      'cancelObjects',
      'fasterParser',
    ],
    ...['cutsX', 'longs64', 'temperatureUnits', 'nativePark', 'trustsHome', 'devMode', 'arcTurns'],
    ...['oldWaits', 'textMacros', 'noWorkspace'],
  ),
});

/** None below in Z: builds without MIN_SOFTWARE_ENDSTOP_Z are common. */
function endsOf({ volume }: GuardPolicy): Ends | null {
  if (!volume?.stopsAtEnds) return null;
  const { min, max } = volume;
  const low = Number.NEGATIVE_INFINITY;
  return [
    { min: min.x, max: max.x },
    { min: min.y, max: max.y },
    { min: low, max: max.z },
  ];
}

const models: Record<string, (build: Build) => FirmwareModel> = {
  'marlin-2': (one) => new MarlinModel(one),
  'prusa-mk3': (one) => new PrusaModel(one),
  klipper: (one) => new KlipperModel(one),
};

/**
 * Kiri:Moto writes `G28`, `G92 X0 Y0` and means the corner: the guard takes its word, and the software endstops of a
 * machine that homes elsewhere, which no file may switch off, end its moves.
 */
const excused = (commands: readonly string[], one: Build): Build =>
  commands.some((command) => /G92.*[XY]/.test(command)) ? { ...one, zHomesAt: [0, 0] } : one;

function print(commands: readonly string[], model: FirmwareModel): FirmwareModel {
  for (const [index, command] of commands.entries()) model.receive(frameLine(index + 1, command));
  return model;
}

describe.each(Object.keys(models))('with any content of a file, a machine of %s', (id) => {
  const policy = policyFor(id);
  const make = models[id] as (build: Build) => FirmwareModel;

  it.each([
    [
      'is never hotter and never goes further than the guard allowed, as its firmware reads the lines',
      content,
    ],
    ['is never further than the guard allowed, however a file walks', walk],
    ['is never further than its software endstops let it, where the guard relies on them', departure],
  ])('%s', (_what, files) => {
    let [lines, walksOut] = [0, 0];
    fc.assert(
      fc.property(files, build, (content, one) => {
        const file = fileOf(content);
        const { commands, ...found } = sent(file, policy);
        lines += commands.length;
        walksOut += Number(found.walksOut);
        const machine = { ...excused(commands, one), ends: found.walksOut ? endsOf(policy) : null };
        expect(harm(print(commands, make(machine)), policy)).toEqual([]);
        if (isAllowed(file, policy)) expect(commands.length).toBeGreaterThan(0);
      }),
      { ...SEED, numRuns: RUNS },
    );
    expect(lines).toBeGreaterThan(RUNS);
    if (files === departure) expect(walksOut > RUNS / 50).toBe(policy.volume?.stopsAtEnds);
  });
});

describe('the models behave as the firmware does, without a guard', () => {
  const one: Build = {
    ends: null,
    ...{ start: [100, 100, 40], zHomesAt: [125, 105], raiseMm: 5, strayedTo: [0, 0] },
    options: new Set(['fasterParser', 'cancelObjects']),
  };
  const unguarded = (id: string, text: string) =>
    harm(print(text.split('\n'), (models[id] as (build: Build) => FirmwareModel)(one)), policyFor(id));

  it.each([
    ['marlin-2', 'M104 S-65236', 'nozzle 300 °C'],
    ['marlin-2', 'M104 S\\3\\00', 'nozzle 300 °C'],
    ['marlin-2', 'M1\\1\\8 A1 action:cancel', 'M118'],
    ['marlin-2', 'M302 S', 'cold extrusion'],
    ['marlin-2', 'M211 S0.5', 'soft endstops off'],
    ['marlin-2', 'M600 X500', 'x 500 mm'],
    ['marlin-2', 'M207 Z300\nG10', 'z 340 mm'],
    ['marlin-2', 'G28\nG91\nG1 X200', 'x 325 mm'],
    ['marlin-2', 'G29 S4 Z-5', 'G29 S'],
    ['marlin-2', 'M605 R30\nM104 S260', 'nozzle 290 °C'],
    ['prusa-mk3', 'M104 S-65236', 'nozzle 300 °C'],
    ['prusa-mk3', 'M104 S3e2', 'nozzle 300 °C'],
    ['prusa-mk3', 'M1\x80\x8004 S300', 'nozzle 300 °C'],
    ['prusa-mk3', 'G28 X100\nG1 X0', 'x -100 mm'],
    ['klipper', 'PRINT_START HE=300', 'nozzle 300 °C'],
    ['klipper', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=nan', 'nozzle Infinity °C'],
    ['klipper', 'm104s300', 'nozzle 300 °C'],
  ])('%s: %j: %s', (id, text, expected) => expect(unguarded(id, text)).toContain(expected));
});
