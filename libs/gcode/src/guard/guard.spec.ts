import { readFileSync } from 'node:fs';
import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { type GuardPolicy, guardPolicySchema } from '@pandafab/shared';
import fc from 'fast-check';
import { CommandReader, CommandWords, type Finding, GcodeAnalyser, isRefused, judge, LineGuard } from '..';
import { ordinaryName, ordinarySlot } from './ordinary';
import { readCommand } from './reading';

const profiles = loadProfiles(defaultProfilesDirectory);
const policyFor = (id: string, allowed: string[] = []): GuardPolicy =>
  guardPolicyOf(findProfile(profiles, id), {
    sizeMm: { x: 250, y: 210, z: 210 },
    ...{ maxNozzleC: 275, maxBedC: 110, maxChamberC: 60, allowed },
  });
const marlin = policyFor('marlin-2');

/** Enough of G-code that no odd line makes prose of it. */
const plain = 'G28\n'.repeat(40);
const read = (text: string): Buffer => Buffer.from(text, 'latin1');
function analysed(content: string, policy = marlin): Finding[] {
  const analyser = new GcodeAnalyser();
  analyser.push(read(`${content}\n${plain}`));
  return judge(analyser.end().guard, policy);
}
/** What the streaming guard says: the finding that ends the run, or null. */
function streamed(content: string, policy = marlin): Finding | null {
  const guard = new LineGuard(policy);
  const reader = new CommandReader((command, line) => {
    if (!guard.refusal) guard.check(command, line);
  });
  reader.push(read(`${content}\n${plain}`));
  reader.end();
  return guard.refusal;
}
const verdict = (content: string, policy = marlin): string => {
  const [first] = analysed(content, policy);
  return first ? `${first.severity} ${first.line} ${first.code.replace('GUARD.', '')}` : 'pass';
};

describe('a file is refused, with the line', () => {
  it.each([
    ['that replaces the firmware', 'G28\nM997\nM997', 'refuse 2 FIRMWARE'],
    ['that heats the nozzle too much', 'M104 S200\nM109 S300', 'refuse 2 NOZZLE_TOO_HOT'],
    ['that heats the bed too much', 'M140 S60\nM190 R120', 'refuse 2 BED_TOO_HOT'],
    ['that heats the chamber too much', 'M141 S80', 'refuse 1 CHAMBER_TOO_HOT'],
    ['that leaves the volume', 'G28\nG1 X100 Y100\nG1 X400', 'refuse 3 OUTSIDE'],
    ['that digs into the bed', 'G28\nG1 Z-3', 'refuse 2 OUTSIDE'],
    ['that forges an action', 'M118 A1 action:cancel', 'refuse 1 FORGED_ACTION'],
    ['that writes on the card', 'M28 x.gco', 'refuse 1 CARD_FILES'],
    ['that holds a command nobody knows', 'G28\nM6789', 'refuse 2 UNKNOWN_COMMAND'],
    ['that holds a macro nobody knows', 'G28\nFLY_AWAY SPEED=5', 'refuse 2 UNKNOWN_COMMAND'],
  ])('%s', (_what, content, expected) => expect(verdict(content)).toBe(expected));

  it('counts what is alike and names the first', () => {
    const [finding] = analysed('G28\nM997\nG1 X5\nM997');
    expect(finding).toEqual({
      ...{ line: 2, code: 'GUARD.FIRMWARE', severity: 'refuse', command: 'M997', rule: null, count: 2 },
      details: { line: 2, command: 'M997' },
    });
  });

  it('says where the machine ends, and how far the file goes', () => {
    expect(analysed('G28\nG1 Y-3 F1000\nG1 Y300')[0]?.details).toEqual({
      ...{ line: 3, axis: 'Y', mm: 300, min: -5, max: 215 },
    });
  });
});

describe('a command is left out', () => {
  it.each([
    ['that writes to the board', 'M500', 'strip 1 STORED_SETTINGS'],
    ['that overwrites a calibration', 'M851 Z-2', 'strip 1 CALIBRATION'],
    ['that allows cold extrusion', 'M302 S0', 'strip 1 PROTECTION'],
    ['that switches the software endstops off', 'M211 S0', 'strip 1 PROTECTION'],
    ['that writes on the line', 'M118 hello', 'strip 1 HOST_MESSAGE'],
    ['that numbers lines', 'M110 N5', 'strip 1 HOST_OWN'],
  ])('%s, and the file may be printed', (_what, content, expected) => {
    expect(verdict(content)).toBe(expected);
    expect(isRefused(analysed(content))).toBe(false);
    expect(streamed(content)).toBeNull();
  });
});

describe('a long line', () => {
  const outline = (bytes: number) => `EXCLUDE_OBJECT_DEFINE NAME=${'x'.repeat(bytes)}`;

  it('is refused where the firmware’s buffer is too short, and the first such line is named', () => {
    const content = `M117 ${'x'.repeat(60)}\nM117 ${'x'.repeat(100)}\nM117 ${'x'.repeat(120)}`;
    const expected = { line: 2, code: 'FILE.LINE_TOO_LONG', details: { line: 2, limit: 96, bytes: 113 } };
    expect(analysed(content)[0]).toMatchObject(expected);
    expect(streamed(content)).toMatchObject(expected);
  });

  it('passes where it is not', () => {
    const klipper = policyFor('klipper');
    expect(analysed(outline(2_000), klipper)).toEqual([]);
    expect(streamed(outline(2_000), klipper)).toBeNull();
  });
});

describe('what a lab manager allowed', () => {
  it('passes, and nothing beside it; never what no print needs', () => {
    const policy = policyFor('marlin-2', ['M81', 'M302:cold', 'M997']);
    expect(verdict('M81', policy)).toBe('pass');
    expect(verdict('M302 S0', policy)).toBe('pass');
    expect(verdict('M997', policy)).toBe('refuse 1 FIRMWARE');
  });

  it('is never a way of writing that nobody can read', () => {
    expect(analysed('G1 X1 M997')[0]).toMatchObject({ code: 'GUARD.SECOND_COMMAND', rule: null });
  });
});

describe('nothing slips past', () => {
  it.each([
    ['small letters without blanks', 'm104s300', 'NOZZLE_TOO_HOT'],
    ['leading zeros', 'M0997', 'FIRMWARE'],
    ['many leading zeros', 'M0000000997', 'UNREADABLE'],
    ['a code that wraps around in 16 bits', 'M66533', 'UNKNOWN_COMMAND'],
    ['a subcode', 'M997.0', 'FIRMWARE'],
    ['a blank in the code', 'M 997', 'FIRMWARE'],
    ['a tab in the code', 'M\t997', 'UNREADABLE'],
    ['a number and a checksum of the file’s own', 'N5 M997*71', 'FIRMWARE'],
    ['two numbers', 'N5 N6 M997', 'UNKNOWN_COMMAND'],
    ['a comment before it', '(hi) M997', 'FIRMWARE'],
    ['a comment amid it', 'M104 (S200) S300', 'NOZZLE_TOO_HOT'],
    ['a second command on the line', 'G1 X1 M997', 'SECOND_COMMAND'],
    ['a second command without blanks', 'G28M997', 'SECOND_COMMAND'],
    ['a letter twice, for firmware that takes the first', 'M104 S300 S200', 'NOZZLE_TOO_HOT'],
    ['a letter twice, for firmware that takes the last', 'M104 S200 S300', 'NOZZLE_TOO_HOT'],
    ['a move with a letter twice', 'G1 X5 X500', 'AMBIGUOUS'],
    ['R instead of S', 'M109 R300', 'NOZZLE_TOO_HOT'],
    ['another tool', 'M104 T1 S300', 'NOZZLE_TOO_HOT'],
    ['AUTOTEMP', 'M104 S200 B400 F1', 'NOZZLE_TOO_HOT'],
    ['RepRapFirmware’s way of heating', 'G10 P0 S300 R300', 'NOZZLE_TOO_HOT'],
    ['a test pattern that heats', 'G26 H300', 'NOZZLE_TOO_HOT'],
    ['an exponent', 'M104 S3e2', 'NOZZLE_TOO_HOT'],
    ['a hexadecimal number', 'M104 S0x12C', 'NOZZLE_TOO_HOT'],
    ['a sign', 'M104 S+300', 'NOZZLE_TOO_HOT'],
    ['a blank before the number', 'M104 S 300', 'NOZZLE_TOO_HOT'],
    ['a formula', 'M104 S{150*2}', 'EXPRESSION'],
    ['inches', 'G20\nG1 X20', 'OUTSIDE'],
    ['a walk', 'G28\nG90\nG1 X100\nG91\nG1 X90\nG1 X90', 'OUTSIDE'],
    ['a walk from home', 'G28\nG91\nG1 Z-1', 'OUTSIDE'],
    ['a walk from nowhere', 'G91\nG1 X200\nG1 X200', 'TOO_FAR'],
    ['a shifted zero', 'G28\nG1 X200\nG92 X0\nG1 X100', 'OUTSIDE'],
    ['a shift of everything', 'G28\nG1 X200 Y5 Z5\nG92\nG1 X100', 'OUTSIDE'],
    ['a walk after levelling', 'G28\nG1 X200\nG29\nG91\nG1 X100', 'TOO_FAR'],
    ['an exponent in a shift', 'G92 X1E3', 'AMBIGUOUS'],
    ['a position without a number', 'G28\nG92 X5\nG1 X', 'AMBIGUOUS'],
    ['a shift of something else', 'G1 X200 Y200\nG92 P5', 'AMBIGUOUS'],
    ['half an exponent', 'M140 S.5E5', 'BED_TOO_HOT'],
    ['a shift from nowhere', 'G92 X0\nG1 X300', 'TOO_FAR'],
    ['an arc between ends inside', 'G28\nG1 X240 Y100\nG3 X240 Y140 I0 J20', 'OUTSIDE'],
    ['a full circle', 'G28\nG1 X240 Y100\nG2 I30 J0', 'OUTSIDE'],
    ['an arc by its radius', 'G28\nG1 X250 Y100\nG3 X250 Y140 R21', 'OUTSIDE'],
    ['an arc from an unknown place', 'G28\nG2 X10 Y10 I0 J200', 'OUTSIDE'],
    ['an arc in another plane', 'G18\nG2 X5 Z5 I9', 'UNFOLLOWED'],
    ['a spline', 'G5 X5 Y5 I0 J0 P900 Q0', 'UNFOLLOWED'],
    ['machine coordinates', 'G53 G1 X500', 'SECOND_COMMAND'],
    ['a workspace', 'G54', 'UNFOLLOWED'],
    ['a move that ignores endstops', 'G1 H2 X500', 'UNFOLLOWED'],
    ['an exponent in a move', 'G1 X1E5', 'AMBIGUOUS'],
    ['a hexadecimal move', 'G1 Y0x1F4', 'AMBIGUOUS'],
    ['a second point', 'G1 X1.5.9', 'AMBIGUOUS'],
    ['a tab before the number', 'G1 X\t500', 'AMBIGUOUS'],
    ['a move with seven digits', 'G0000001 X500', 'UNREADABLE'],
    ['a shift that only some firmware knows', 'G92.1', 'UNFOLLOWED'],
    ['a bare axis (GCODE_MOTION_MODES)', 'X500', 'UNKNOWN_COMMAND'],
    ['a tool that no machine has', 'T99', 'UNKNOWN_COMMAND'],
    ['a high bit', 'M104\u00a0S300', 'UNREADABLE'],
    ['a control character', 'M117 a\u000bM997', 'UNREADABLE'],
    ['MeatPack’s own commands', 'M117 \u00ff\u00ff\u00fb', 'UNREADABLE'],
    ['M110 in a text', 'M117 M110 N5', 'HOST_OWN'],
    ['an action without a flag', 'M118 //action:pause', 'FORGED_ACTION'],
    ['an action with two flags', 'M118 E1 A1 action:pause', 'FORGED_ACTION'],
    ['an action in small letters without blanks', 'm118a1action:cancel', 'FORGED_ACTION'],
    ['a macro with parameters of ours', 'START_PRINT BED=60 EXTRUDER=300', 'UNKNOWN_COMMAND'],
    ['a name that every object has', 'constructor', 'UNKNOWN_COMMAND'],
  ])('by %s', (_what, content, code) => {
    const codes = analysed(content).map((finding) => finding.code);
    expect(codes).toContain(`GUARD.${code}`);
  });

  it.each([
    ['its own heater command', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=300', 'NOZZLE_TOO_HOT'],
    ['the same in small letters', 'set_heater_temperature heater=heater_bed target=200', 'BED_TOO_HOT'],
    ['quotes', `SET_HEATER_TEMPERATURE HEATER=extruder TARGET="3"'00'`, 'NOZZLE_TOO_HOT'],
    ['Python’s numbers', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=3_00', 'NOZZLE_TOO_HOT'],
    ['other scripts’ digits', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=\u00d9\u00a3', 'UNREADABLE'],
    ['two heaters', 'SET_HEATER_TEMPERATURE HEATER=extruder HEATER=heater_bed TARGET=200', 'BED_TOO_HOT'],
    ['a macro that heats', 'PRINT_START EXTRUDER_TEMP=300 BED_TEMP=60', 'NOZZLE_TOO_HOT'],
    ['a place of its own invention', 'SET_KINEMATIC_POSITION X=0', 'UNFOLLOWED'],
    ['a shell', 'RUN_SHELL_COMMAND CMD=rm', 'STORED_COMMANDS'],
    ['a restart', 'RESTART', 'FIRMWARE'],
    ['saved settings', 'SAVE_CONFIG', 'STORED_SETTINGS'],
    ['an action', 'RESPOND TYPE=command MSG="action:cancel"', 'FORGED_ACTION'],
  ])('to Klipper by %s', (_what, content, code) => {
    const codes = analysed(content, policyFor('klipper')).map((finding) => finding.code);
    expect(codes).toContain(`GUARD.${code}`);
  });

  it.each([
    ['a G in a text', 'M1 Glue it G1 X500', 'SECOND_COMMAND'],
    ['a G in quotes', 'M862.3 P "G1 X500"', 'SECOND_COMMAND'],
    ['a factory reset behind a command', 'M84 PRUSA FR', 'FIRMWARE'],
    ['a factory reset', 'PRUSA FR', 'UNKNOWN_COMMAND'],
    ['its debugging', 'D3 Ax0 C16', 'UNKNOWN_COMMAND'],
  ])('to Prusa-Firmware by %s', (_what, content, code) => {
    expect(verdict(content, policyFor('prusa-mk3'))).toBe(`refuse 1 ${code}`);
  });
});

describe('the analysis and the streaming guard', () => {
  const number = fc.oneof(
    fc.integer({ min: -300, max: 400 }).map(String),
    fc.constantFrom('1E5', '0x1F4', '.5', '', '-', '1.2.3', '300'),
  );
  const word = fc.tuple(fc.constantFrom(...'XYZEFIJRSTPHGMNxyz'), number).map((parts) => parts.join(''));
  const code = fc.constantFrom(
    ...['G0', 'G1', 'g1', 'G2', 'G3', 'G10', 'G20', 'G21', 'G28', 'G29', 'G90', 'G91', 'G92', 'G92.1', 'G54'],
    ...[
      'M104',
      'm109',
      'M140',
      'M141',
      'M997',
      'M0104',
      'M302',
      'M211',
      'M118',
      'M117',
      'M500',
      'M6',
      'T0',
      'T20',
    ],
    ...['G01', 'M862.3', 'M110', 'PRINT_START', '@x', 'M1 04', 'G\t1', 'N5 G1', '(c)G1', 'M486'],
  );
  const blank = fc.constantFrom(' ', '', '\t', '  ', '\u00ff');
  const command = fc
    .tuple(code, blank, fc.array(word, { maxLength: 4 }), fc.constantFrom(' ', ' ', ' ', ''))
    .map(([head, gap, words, between]) => `${head}${gap}${words.join(between)}`);
  const ordinary = fc.constantFrom('G1 X10 Y10 E1', 'G1 X20 Y20 Z0.4', 'M106 S255', 'G92 E0', 'G91', 'G90');
  const content = fc.array(fc.oneof({ weight: 3, arbitrary: ordinary }, command), { maxLength: 30 });

  it.each(['marlin-2', 'prusa-mk3', 'klipper'])('agree on every file for %s', (id) => {
    const policy = policyFor(id);
    fc.assert(
      fc.property(content, (lines) => {
        const findings = analysed(lines.join('\n'), policy).filter(({ severity }) => severity === 'refuse');
        const refusal = streamed(lines.join('\n'), policy);
        expect(refusal !== null).toBe(findings.length > 0);
        const commands = findings.filter(({ command }) => command !== '');
        if (refusal?.command && findings.length === commands.length)
          expect(findings[0]).toMatchObject({ line: refusal.line });
      }),
      { numRuns: 1000 },
    );
  });

  it('read what is ordinary as they read what they look at closely', () => {
    const words = new CommandWords();
    fc.assert(
      fc.property(fc.oneof(command, ordinary), (text) => {
        words.parse(read(text), 0, text.length);
        const slot = ordinarySlot(words);
        if (slot >= 0) expect(readCommand(text)).toEqual({ rule: ordinaryName(slot), heats: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('know each temperature’s first line above any limit', () => {
    const celsius = fc.integer({ min: 150, max: 350 });
    fc.assert(
      fc.property(fc.array(celsius, { minLength: 1, maxLength: 50 }), celsius, (targets, limit) => {
        const policy = { ...marlin, maxCelsius: { ...marlin.maxCelsius, nozzle: limit } };
        const [finding] = analysed(targets.map((each) => `M104 S${each}`).join('\n'), policy);
        const first = targets.findIndex((each) => each > limit);
        expect(finding?.line ?? 0).toBe(first + 1);
      }),
    );
  });
});

describe('facts', () => {
  it('are gathered from lines made to be read in many ways, without trying them all', () => {
    const analyser = new GcodeAnalyser();
    const endless = [
      `G1 ${'X    '.repeat(700)}!`,
      `G1 ${'X1111 '.repeat(600)}!`,
      `G92 ${'X\t \t'.repeat(900)}`,
    ];
    endless.push(
      'A'.repeat(4_000),
      'A=1'.repeat(1_200),
      `M104 ${'S '.repeat(1_900)}`,
      `M118 ${'A '.repeat(1_900)}`,
    );
    for (let round = 0; round < 50; round++) analyser.push(read(`${endless.join('\n')}\n${plain}`));
    expect(analyser.end().guard.commands.map(({ rule }) => rule)).toContain('*ambiguous');
  });

  it('know numbers beyond all bounds, also when they have travelled as JSON', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(read(`M104 S1e309\nG1 X${'9'.repeat(400)}\n${plain}`));
    const facts = JSON.parse(JSON.stringify(analyser.end().guard));
    const codes = judge(facts, marlin).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['GUARD.NOZZLE_TOO_HOT', 'GUARD.OUTSIDE']));
  });

  it('stay small whatever a file invents, and such a file is refused', () => {
    const analyser = new GcodeAnalyser();
    for (let code = 0; code < 20_000; code++) analyser.push(read(`M${code}\nM104 S${code / 100}\n`));
    const { guard } = analyser.end();
    expect(JSON.stringify(guard).length).toBeLessThan(60_000);
    expect(judge(guard, marlin).map((finding) => finding.code)).toContain('GUARD.TOO_MANY_COMMANDS');
  });

  it('show nothing that a terminal would obey', () => {
    expect(analysed('M118 \u001b[2J')[0]?.command).toBe('M118 ?[2J');
  });
});

describe('policies', () => {
  it.each([...profiles.keys()])('of %s travel as JSON', (id) => {
    const policy = policyFor(id);
    expect(guardPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  it('cannot strip what says where the machine is', () => {
    const rules = { ...marlin.rules, G92: { severity: 'strip', reason: 'UNUSUAL' } };
    expect(guardPolicySchema.safeParse({ ...marlin, rules }).success).toBe(false);
  });
});

describe('ordinary files', () => {
  it.each(['cube20.gcode', 'bracket.gcode'])('%s passes without a word', (name) => {
    const analyser = new GcodeAnalyser();
    analyser.push(readFileSync(`test/fixtures/gcode/${name}`));
    const { guard } = analyser.end();
    for (const id of profiles.keys()) expect(judge(guard, policyFor(id))).toEqual([]);
  });
});
