import { guardPolicyOf } from '@pandafab/firmware';
import { CommandReader } from '@pandafab/gcode';
import { type CommandSource, guardSource, type RunOutcome } from '@pandafab/machine-host';
import type { GuardPolicy } from '@pandafab/shared';
import fc from 'fast-check';
import { Bench, profileIds, profileOf, workOf } from './bench';

const MACHINE = { sizeMm: { x: 250, y: 210, z: 210 }, maxNozzleC: 275, maxBedC: 110, maxChamberC: null };
const policyFor = (id: string): GuardPolicy => guardPolicyOf(profileOf(id), { ...MACHINE, allowed: [] });

/** The actions that no print may cause, with any firmware. */
const FORBIDDEN = [
  ...[
    'M997',
    'M999',
    'M112',
    'M410',
    'M500',
    'M501',
    'M502',
    'M504',
    'M28',
    'M29',
    'M30',
    'M23',
    'M24',
    'M32',
  ],
  ...[
    'M118',
    'M851',
    'M206',
    'M92',
    'M301',
    'M303',
    'M575',
    'M42',
    'M81',
    'M810',
    'M211',
    'M6',
    'M906',
    'G54',
  ],
];

/** The commands of a file's text, as the streamer reads it. */
function sourceFrom(text: string): CommandSource {
  const commands: (readonly [string, number])[] = [];
  const reader = new CommandReader((command, line) => commands.push([command, line]));
  reader.push(Buffer.from(text, 'latin1'));
  reader.end();
  let taken = 0;
  return {
    ...{ totalBytes: text.length, onReady: null, error: null, close: async () => undefined },
    get offset() {
      return taken;
    },
    get line() {
      return commands[taken - 1]?.[1] ?? 0;
    },
    next: () => commands[taken++]?.[0] ?? null,
  };
}

/** Streams a file through the guard to a machine that reads every line in the worst way. */
async function print(
  text: string,
  id = 'marlin-2',
  guarded = true,
): Promise<{ bench: Bench; outcome: RunOutcome; walksOut: boolean }> {
  const bench = new Bench({ profile: profileOf(id), credulous: true, volume: { x: 260, y: 220, z: 220 } });
  await bench.connect();
  const guard = guarded ? guardSource(sourceFrom(text), policyFor(id)) : null;
  const source = guard ?? sourceFrom(text);
  const outcome = await bench.settle(bench.driver.run(workOf(source), bench.observer));
  const walksOut = guard?.findings.some(({ code }) => code === 'GUARD.STOPPED_AT_END') ?? false;
  return { bench, outcome, walksOut };
}

/** No request to the machine was beyond its limits. */
function expectUnharmed({ machine }: Bench, policy: GuardPolicy, walksOut = false): void {
  const { codes, nozzleC, bedC, min, max } = machine.record.asked;
  expect(codes.filter((code) => FORBIDDEN.includes(code))).toEqual([]);
  expect(nozzleC).toBeLessThanOrEqual(MACHINE.maxNozzleC);
  expect(bedC).toBeLessThanOrEqual(MACHINE.maxBedC);
  expect(min.Z).toBeGreaterThanOrEqual((policy.volume?.min.z ?? 0) - 1e-3);
  // The requests count, not the moves: software endstops would have limited these (guard-models.spec.ts).
  if (walksOut) return;
  for (const [axis, letter] of [
    ['x', 'X'],
    ['y', 'Y'],
    ['z', 'Z'],
  ] as const) {
    expect(min[letter]).toBeGreaterThanOrEqual((policy.volume?.min[axis] ?? 0) - 1e-3);
    expect(max[letter]).toBeLessThanOrEqual((policy.volume?.max[axis] ?? 0) + 1e-3);
  }
}

describe('a file that changed after its analysis', () => {
  const filler = (lines: number) =>
    Array.from({ length: lines }, (_, i) => `G1 X${i % 200} F9000`).join('\n');

  it('is stopped at its first forbidden line, with the reason, and the heaters are switched off', async () => {
    const { bench, outcome } = await print(`M104 S200\nM140 S60\nG28\n${filler(1230)}\nM997\n${filler(50)}`);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'GUARD.FIRMWARE', details: { line: 1234, command: 'M997' } },
    });
    expectUnharmed(bench, policyFor('marlin-2'));
    await bench.clock.runUntil(() => bench.machine.record.nozzles[0]?.target === 0);
    await bench.clock.runUntil(() => bench.machine.record.bed.target === 0);
    expect(bench.machine.record.state).toBe('running');
  });

  it('continues without the commands that are left out', async () => {
    const { bench, outcome } = await print(`G28\nM500\nM851 Z-2\n${filler(20)}\nM118 hi\nM117 done`);
    expect(outcome).toMatchObject({ outcome: 'done', linesAcknowledged: 22 });
    expectUnharmed(bench, policyFor('marlin-2'));
  });
});

/** Spellings of forbidden commands that some firmware would understand. */
const TRICKS = [
  ...[
    'M997',
    'm997',
    'M0997',
    'M 997',
    'M\t997',
    'M997.0',
    'N5 M997*71',
    'N5 N6 M997',
    '(x) M997',
    'M0000000997',
  ],
  ...[
    'G1 X1 M997',
    'G28M997',
    'T0 M997',
    'M84 M997',
    'M204 S500 M997',
    'G4 P0 M997',
    'M106 S255 m997',
    'G92 E0M997',
  ],
  ...['M104 S300', 'm104s300', 'M104 S200 S300', 'M104 S300 S200', 'M109 R300', 'M104 T0 S300', 'M104 S3e2'],
  ...[
    'M104 S0x12C',
    'M104 S+300',
    'M104 S 300',
    'M104\tS300',
    'M104 S\t300',
    'M104 (x) S300',
    'M0104 S300',
    'M104.1 S300',
  ],
  ...['M140 S200', 'M190 R200', 'm190s200', 'G28 M140 S200', 'M117 hi\rM140 S200', 'M862.3 P "M104 S300"'],
  ...[
    'G1 X500',
    'g1x500',
    'G01 X500',
    'G1 X5 X500',
    'G1 X500 X5',
    'G1 X1E5',
    'G1 Y0x1F4',
    'G1 X+500',
    'G1 X 500',
  ],
  ...[
    'G1 X\t500',
    'G\t1 X500',
    'G1\tX500',
    'G1 Z-5',
    'G1 X-50',
    'G1 Y1.5.9 X500',
    'G0000001 X500',
    'G1 E5X500',
  ],
  ...['G20\nG1 X15', 'G20\nG91\nG1 X15', 'G91\nG1 X150\nG1 X150', 'G91\nG1 Z-1', 'G1 X200\nG92 X0\nG1 X100'],
  ...[
    'G1 X200 Y5\nG92\nG1 X100',
    'G1 X240 Y100\nG3 X240 Y140 I0 J20',
    'G1 X240 Y100\nG2 I30 J0',
    'G1 X250 Y100\nG3 X250 Y140 R21',
  ],
  ...[
    'G2 X10 Y10 I0 J200',
    'G1 X200\nG91\nG1 X100 M83',
    'G92 X-100\nG1 X200',
    'G28 X\nG91\nG1 X300',
    'G90 G1 X500',
  ],
  ...[
    'M118 A1 action:cancel',
    'm118 //action:pause',
    'M118E1A1action:cancel',
    'M500',
    'm851z-3',
    'M92 X10',
    'M206 X90',
  ],
  ...[
    'M28 a.g',
    'M23 a.g\nM24',
    'M112',
    'm112',
    'N3 M112',
    'M410',
    'M81',
    'M575 B9600',
    'M42 P4 S255',
    'M303 E0 S290',
  ],
  ...[
    'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=300',
    'set_heater_temperature heater=heater_bed target=200',
  ],
  ...[
    `SET_HEATER_TEMPERATURE HEATER=extruder TARGET="3"'00'`,
    'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=3_00',
  ],
  ...[
    'SET_KINEMATIC_POSITION X=0',
    'RUN_SHELL_COMMAND CMD=x',
    'RESTART',
    'SAVE_CONFIG',
    'PRUSA FR',
    'M84 PRUSA FR',
  ],
  ...['X500', '@M997', 'M810 M997|M104 S300', 'M6', 'G54', 'M211 S0'],
];
/** Text to most firmwares; Prusa-Firmware looks for letters anywhere in a line. */
const TRICKS_IN_TEXT = ['M01 Glue M104 S300', 'M486 A M997', 'M486 AGear G1 X500', 'M0 PRUSA FR'];

it.each([
  'm104s300',
  'M104 S200 S300',
  'G1 X5 M997',
  'G1 Y0x1F4',
  'G1 X240 Y100\nG3 X240 Y140 I0 J20',
  'm190s200',
])('without a guard, %j does its harm', async (trick) => {
  const { bench } = await print(`G28\n${trick}\nG1 X5\n`, 'marlin-2', false);
  expect(() => expectUnharmed(bench, policyFor('marlin-2'))).toThrow();
});

describe.each(profileIds)('to a machine of %s', (id) => {
  const policy = policyFor(id);

  it('no command is sent that would overheat it, leave its volume, or do something else that is forbidden', async () => {
    for (const trick of id === 'prusa-mk3' ? [...TRICKS, ...TRICKS_IN_TEXT] : TRICKS) {
      const { bench } = await print(`G28\n${trick}\nG1 X5\n`, id);
      expectUnharmed(bench, policy);
    }
  });

  it('nor do random combinations of their parts pass', async () => {
    const letter = fc.constantFrom(...'XYZEFSRTPIJGMxyzsr');
    const number = fc.constantFrom(
      ...['5', '100', '-3', '240', '290', '400', '0', '.5', '1E3', '0x90', '1.2.3', '', '997'],
    );
    const head = fc.constantFrom(
      ...[
        'G0',
        'G1',
        'g1',
        'G2',
        'G3',
        'G20',
        'G21',
        'G28',
        'G90',
        'G91',
        'G92',
        'M104',
        'm140',
        'M302',
        'M117',
      ],
      ...['M862.3', 'M204', 'M84', 'T0', 'M73', 'G01', 'M900', 'M221', 'N4 G1', 'G 1', 'M104.1', 'G29'],
    );
    const word = fc.tuple(letter, number).map((parts) => parts.join(''));
    const odd = fc
      .tuple(head, fc.array(word, { maxLength: 3 }), fc.constantFrom(' ', ' ', '', '\t'))
      .map(([first, words, blank]) => [first, ...words].join(blank));
    const plain = fc.constantFrom(
      'G1 X10 Y20',
      'G1 X200 Y200 Z5',
      'G91',
      'G90',
      'G92 X0',
      'G1 X30',
      'G2 X40 Y20 I5 J0',
    );
    const file = fc.array(fc.oneof({ weight: 3, arbitrary: plain }, odd), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(file, async (lines) => {
        const { bench, walksOut } = await print(`G28\n${lines.join('\n')}\n`, id);
        expectUnharmed(bench, policy, walksOut);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a line longer than the limit of the profile', () => {
  const long = `G1 X10${' '.repeat(120)}Y10 F3000`;
  const marlin = profileOf('marlin-2');
  /** A board built with a longer MAX_CMD_SIZE. */
  const machineProfile = { ...marlin, framing: { ...marlin.framing, maxBytes: 256 } };

  async function sent(allowed: readonly string[]) {
    const bench = new Bench({ profile: marlin, machineProfile });
    await bench.connect();
    const policy = guardPolicyOf(marlin, { ...MACHINE, allowed });
    const source = guardSource(sourceFrom(`G28\n${long}\nG1 X20\n`), policy);
    return { outcome: await bench.settle(bench.driver.run(workOf(source), bench.observer)), bench };
  }

  it('is sent where a manager has allowed it: the machine’s buffer holds it', async () => {
    const { outcome, bench } = await sent(['LINE:too-long']);
    expect(outcome).toMatchObject({ outcome: 'done', exact: true });
    expect(bench.machine.record.asked.max.Y).toBe(10);
  });

  it('ends the run before it is sent where no manager has allowed it', async () => {
    const { outcome, bench } = await sent([]);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'FILE.LINE_TOO_LONG' } });
    expect(bench.machine.record.asked.max.Y ?? 0).toBeLessThanOrEqual(0);
  });
});
