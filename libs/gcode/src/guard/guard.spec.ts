import { readFileSync } from 'node:fs';
import {
  defaultProfilesDirectory,
  findProfile,
  guardPolicyOf,
  guardPolicySchema,
  loadProfiles,
} from '@pandafab/firmware';
import type { GuardPolicy } from '@pandafab/shared';
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

/** Enough G-code that an odd line does not make the file prose. */
const plain = 'G28\n'.repeat(40);
const read = (text: string): Buffer => Buffer.from(text, 'latin1');
function analysed(content: string, policy = marlin): Finding[] {
  const analyser = new GcodeAnalyser();
  analyser.push(read(`${content}\n${plain}`));
  return judge(analyser.end().guard, policy);
}
/** The streaming guard's finding that ends the run, or null. */
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
    ['that goes below the bed', 'G28\nG1 Z-3', 'refuse 2 OUTSIDE'],
    ['that forges an action', 'M118 A1 action:cancel', 'refuse 1 FORGED_ACTION'],
    ['that writes on the card', 'M28 x.gco', 'refuse 1 CARD_FILES'],
    ['that contains an unknown command', 'G28\nM6789', 'refuse 2 UNKNOWN_COMMAND'],
    ['that contains an unknown macro', 'G28\nFLY_AWAY SPEED=5', 'refuse 2 UNKNOWN_COMMAND'],
  ])('%s', (_what, content, expected) => expect(verdict(content)).toBe(expected));

  it('counts equal findings and names the first', () => {
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
    ['that writes to the host', 'M118 hello', 'strip 1 HOST_MESSAGE'],
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
    const long = (blanks: number) => `G1 X1${' '.repeat(blanks)}Y1`;
    const content = `${long(60)}\n${long(100)}\n${long(120)}`;
    const expected = { line: 2, code: 'FILE.LINE_TOO_LONG', details: { line: 2, limit: 96, bytes: 116 } };
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
  it('is permitted, and nothing else; never a command that no print needs', () => {
    const policy = policyFor('marlin-2', ['M81', 'M302:cold', 'M997']);
    expect(verdict('M81', policy)).toBe('pass');
    expect(verdict('M302 S0', policy)).toBe('pass');
    expect(verdict('M997', policy)).toBe('refuse 1 FIRMWARE');
  });

  it('is never a form that cannot be read', () => {
    expect(analysed('G1 X1 M997')[0]).toMatchObject({ code: 'GUARD.SECOND_COMMAND', rule: null });
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

  it('read ordinary lines with the same result as the complete reading', () => {
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

  it('know for each temperature limit the first line above it', () => {
    const celsius = fc.integer({ min: 150, max: 350 });
    fc.assert(
      fc.property(fc.array(celsius, { minLength: 1, maxLength: 50 }), celsius, (targets, limit) => {
        const policy = { ...marlin, maxCelsius: { ...marlin.maxCelsius, nozzle: limit } };
        const [finding] = analysed([...targets, 0].map((each) => `M104 S${each}`).join('\n'), policy);
        const first = targets.findIndex((each) => each > limit);
        expect(finding?.line ?? 0).toBe(first + 1);
      }),
    );
  });
});

describe('facts', () => {
  it('are gathered from lines with many possible readings, without trying each one', () => {
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
    expect(analyser.end().guard.commands.map(({ rule }) => rule)).toContain('G1:ambiguous');
  });

  it('contain infinite numbers, also after they were stored as JSON', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(read(`M104 S1e309\nG1 X${'9'.repeat(400)}\n${plain}`));
    const facts = JSON.parse(JSON.stringify(analyser.end().guard));
    const codes = judge(facts, marlin).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['GUARD.NOZZLE_TOO_HOT', 'GUARD.OUTSIDE']));
  });

  it('stay small for any file, and a file with too many commands is refused', () => {
    const analyser = new GcodeAnalyser();
    for (let code = 0; code < 20_000; code++) analyser.push(read(`M${code}\nM104 S${code / 100}\n`));
    const { guard } = analyser.end();
    expect(JSON.stringify(guard).length).toBeLessThan(60_000);
    expect(judge(guard, marlin).map((finding) => finding.code)).toContain('GUARD.TOO_MANY_COMMANDS');
  });

  it('show no control characters for a terminal', () => {
    expect(analysed('M118 \u001b[2J')[0]?.command).toBe('M118 ?[2J');
  });
});

describe('policies', () => {
  it.each([...profiles.keys()])('of %s can be stored as JSON', (id) => {
    const policy = policyFor(id);
    expect(guardPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  it('cannot strip commands that set the machine’s position', () => {
    const rules = { ...marlin.rules, G92: { severity: 'strip', reason: 'UNUSUAL' } };
    expect(guardPolicySchema.safeParse({ ...marlin, rules }).success).toBe(false);
  });
});

describe('ordinary files', () => {
  // PrusaSlicer's own end script switches the nozzle off, and leaves the bed on.
  it.each(['cube20.gcode', 'bracket.gcode'])('%s passes, its bed still hot at the end', (name) => {
    const analyser = new GcodeAnalyser();
    analyser.push(readFileSync(`test/fixtures/gcode/${name}`));
    const { guard } = analyser.end();
    for (const id of profiles.keys())
      expect(judge(guard, policyFor(id)).map(({ code }) => code)).toEqual(['GUARD.BED_LEFT_HOT']);
  });
});
