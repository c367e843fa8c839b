import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { describeFault } from '@pandafab/shared';
import { CommandReader, type Finding, GcodeAnalyser, judge, LineGuard } from '..';

const profiles = loadProfiles(defaultProfilesDirectory);
/** An Anycubic i3 Mega, as Cura describes it. */
const policyOf = (id: string, allowed: readonly string[] = []) =>
  guardPolicyOf(findProfile(profiles, id), {
    sizeMm: { x: 210, y: 210, z: 205 },
    ...{ maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed },
  });
const brief = ({ line, severity, code }: Finding): string =>
  `${severity} ${line} ${code.replace('GUARD.', '')}`;

function analysed(content: string, policy = policyOf('marlin-2')): Finding[] {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${content}\n${'M105\n'.repeat(40)}`));
  return judge(analyser.end().guard, policy);
}
/** All that the agent's guard says of the file, until it ends it. */
function streamed(content: string, policy = policyOf('marlin-2')): string[] {
  const guard = new LineGuard(policy);
  const reader = new CommandReader((command, line) => {
    if (!guard.refusal) guard.check(command, line);
  });
  reader.push(Buffer.from(`${content}\n`));
  reader.end();
  return [...guard.findings, ...(guard.refusal ? [guard.refusal] : [])].map(brief);
}
const lines = (text: string): string => text.split(' / ').join('\n');

const OUT = 'G28 / G90 / G1 X115 Y105 Z4 F3000 / G91 / G1 Y180 F2000 / G90';
const NEAR_TOP = 'G28 / G90 / G1 X100 Y100 Z204 E5 / G91 / G0 Z20 / G90 / M84';

describe('a relative move out of the machine after the print', () => {
  // Ends of prints in Cura's definitions: 16 of 261 machines the first, 12 the second near their full height.
  it.each([
    [OUT],
    [NEAR_TOP],
    ['G28 / G90 / G1 X100 Y100 Z4 E5 / G91 / G1 X-180 Y-180 E-2 / M84'],
    ['G28 / G90 / G1 X100 Y100 Z4 E5 / G91 / G1 Y100 / G1 Y100 / G90 / G1 X10 Y10'],
    ['G28 / G90 / G1 X100 Y100 Z4 E5 / G91 / G1 Z300 / G28 X0 / G1 Y100'],
    // Lulzbot's pushes back what it drew in.
    ['G28 / G90 / G1 X100 Y100 Z204 E5 / G91 / G1 Z20 E-5 X-20 Y-20 / G1 E6 / G90 / G1 Y0'],
  ])('%s: gets a warning and is not refused', (text) => {
    for (const id of ['marlin-1', 'marlin-2', 'prusa-mk3']) {
      const found = analysed(lines(text), policyOf(id));
      expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
        found.map(() => 'warn GUARD.STOPPED_AT_END'),
      );
      expect(found.length).toBeGreaterThan(0);
      expect(streamed(lines(text), policyOf(id)).every((each) => each.startsWith('warn'))).toBe(true);
    }
  });

  it('names the line, the position and the machine’s limit, in both languages', () => {
    const [finding] = analysed(lines(OUT));
    expect(finding).toMatchObject({
      line: 5,
      details: { axis: 'Y', mm: 285, limit: 215 },
      rule: 'OUTSIDE:y-max',
    });
    for (const language of ['en', 'fr'] as const)
      expect(describeFault(finding as Finding, language).what).toMatch(/\b5\b.*Y.*285.*215/);
  });

  it('is refused for Klipper, which has no such endstops', () => {
    expect(analysed(lines(OUT), policyOf('klipper')).map(brief)).toEqual(['refuse 5 OUTSIDE']);
    expect(streamed(lines(OUT), policyOf('klipper'))).toEqual(['refuse 5 OUTSIDE']);
  });

  it.each([
    ['the file continues to print', `${OUT} / G1 X50 Y50 E2`, 'refuse 5 OUTSIDE'],
    [
      'it continues to print with relative moves',
      'G28 / G1 X100 Y100 Z4 / G91 / G1 Y180 / G1 X1 E1',
      'refuse 4 OUTSIDE',
    ],
    ['it extrudes along an arc', `${OUT} / G1 X50 Y50 / G2 X60 Y50 I5 E1`, 'refuse 5 OUTSIDE'],
    ['the move itself extrudes', 'G28 / G1 X100 Y100 Z4 / G91 / G1 Y180 E5', 'refuse 4 OUTSIDE'],
    ['it goes below the bed', 'G28 / G1 X100 Y100 Z4 E1 / G91 / G1 Z-5', 'refuse 4 OUTSIDE'],
    ['it is absolute', 'G28 / G1 X100 Y100 Z4 E1 / G1 Y285', 'refuse 3 OUTSIDE'],
    ['the machine was never homed', 'G1 X100 Y100 Z4 E1 / G91 / G1 Y180', 'refuse 3 OUTSIDE'],
    ['only another axis was homed', 'G28 X / G1 X100 Y100 Z4 E1 / G91 / G1 Y180', 'refuse 4 OUTSIDE'],
    ['no position is known except the home position', 'G28 / G91 / G1 Y300', 'refuse 3 OUTSIDE'],
    ['the position is not known', 'G28 / G1 X100 Y100 Z4 E1 / G29 / G91 / G1 Y180', 'refuse 5 TOO_FAR'],
    [
      'the position was redefined before',
      'G28 / G1 X100 Y100 Z4 E1 / G92 Y0 / G91 / G1 Y180',
      'refuse 5 OUTSIDE',
    ],
    [
      'the position is redefined afterwards',
      'G28 / G1 X100 Y100 Z4 E1 / G91 / G1 Y180 / G92 Y0',
      'refuse 4 OUTSIDE',
    ],
    ['a retraction lifts the tool', 'G28 / M207 Z2 / G1 X100 Y100 Z4 E1 / G91 / G1 Z300', 'refuse 5 OUTSIDE'],
    // Stopped at 215, it would be 20 mm in the bed.
    ['it moves back', 'G28 / G1 X9 Y9 Z99 E1 / G91 / G1 Z140 / G1 Z-140 / G1 Z-90', 'refuse 4 OUTSIDE'],
    ['the endstops were switched off', `M211 S0 / ${OUT}`, 'refuse 6 OUTSIDE'],
    ['they were switched off and on', `M211 S0 / M211 S1 / ${OUT}`, 'refuse 7 OUTSIDE'],
    ['half of them were switched off', `M211 S0.5 / ${OUT}`, 'refuse 6 OUTSIDE'],
  ])('is refused when %s', (_what, text, expected) => {
    expect(analysed(lines(text)).map(brief)).toContain(expected);
    expect(streamed(lines(text))).toContain(expected);
  });

  it('inside the machine gets no warning', () => {
    expect(analysed(lines('G28 / G1 X100 Y100 Z4 E1 / G91 / G1 X5 Y5 Z10 E-2 / G90 / G1 X0 Y200'))).toEqual(
      [],
    );
  });
});

describe('what a manager may allow for a machine', () => {
  const outside: readonly (readonly [string, string, string])[] = [
    ['G28 / G1 X300', 'OUTSIDE:x-max', 'OUTSIDE'],
    ['G28 / G1 Y-60', 'OUTSIDE:y-min', 'OUTSIDE'],
    ['G28 / G1 Z240', 'OUTSIDE:z-max', 'OUTSIDE'],
    ['G91 / G1 X80', 'TOO_FAR:x-max', 'TOO_FAR'],
    ['G91 / G1 Z80', 'TOO_FAR:z-max', 'TOO_FAR'],
    [`G1 X1${' '.repeat(120)}Y1`, 'LINE:too-long', 'FILE.LINE_TOO_LONG'],
    ['G1 X5 A3', 'G1:unfollowed', 'UNFOLLOWED'],
    ['g28', 'G28:ambiguous', 'AMBIGUOUS'],
    ['G28 S', 'G28:parameter', 'PARAMETER'],
    ['G20', 'G20', 'UNFOLLOWED'],
    ['M81', 'M81', 'POWER'],
    ['FLY_AWAY', 'FLY_AWAY', 'UNKNOWN_COMMAND'],
    [OUT, 'OUTSIDE:y-max', 'STOPPED_AT_END'],
  ];
  it.each(outside)('%s: %s', (text, rule, code) => {
    const found = analysed(lines(text));
    expect(found.map((each) => each.code.replace('GUARD.', ''))).toContain(code);
    expect(found.map((each) => each.rule)).toEqual(found.map(() => rule));
    const policy = policyOf('marlin-2', [rule]);
    expect(analysed(lines(text), policy)).toEqual([]);
    expect(streamed(lines(text), policy)).toEqual([]);
  });

  it('is one side of one axis, or one command in one form', () => {
    const policy = policyOf('marlin-2', ['OUTSIDE:x-max', 'G28:ambiguous']);
    expect(analysed(lines('G28 / G1 X300 Y300'), policy).map(({ rule }) => rule)).toEqual(['OUTSIDE:y-max']);
    expect(analysed('g90', policy).map(({ rule }) => rule)).toEqual(['G90:ambiguous']);
  });

  /** docs/guard.md says what a manager can do instead. */
  it.each([
    [
      'a temperature above the machine’s limit',
      'M104 S400',
      ['NOZZLE_TOO_HOT', 'GUARD.NOZZLE_TOO_HOT', 'M104'],
    ],
    ['a move below the bed', 'G28 / G1 Z-3', ['OUTSIDE:z-min', 'OUTSIDE']],
    ['a move below the bed from an unknown position', 'G91 / G1 Z-3', ['TOO_FAR:z-min', 'TOO_FAR']],
    ['an unreadable temperature', 'M104 S-65236', ['M104:ambiguous', '*ambiguous', 'M104']],
    ['an unknown preset', 'M140 I1', ['M140:parameter', '*parameter', 'M140']],
    ['a second nozzle that is hotter', 'M605 S2 R30', ['M605:ambiguous', '*ambiguous', 'M605']],
    ['two commands on a line', 'G1 X1 M104 S200', ['*second', 'G1:second', 'G1']],
    ['bytes that no command contains', 'M104\u00ffS200', ['*unreadable', 'M104']],
    ['a formula', 'M104 S{1+1}', ['*expression', 'M104:expression']],
    ['a placeholder', 'M104 S[bed]', ['*placeholder', 'M104:placeholder']],
    ['a change of the firmware', 'M997', ['M997']],
    ['an emergency stop', 'M112', ['M112']],
    ['a command for files on the card', 'M28 x', ['M28']],
    ['a forged action', 'M118 A1 action:cancel', ['M118:action', 'M118']],
    ['a change of the connection', 'M575 B9600', ['M575']],
  ])('is never %s', (_what, text, allowed) => {
    const policy = policyOf('marlin-2', allowed);
    const refused = analysed(lines(text), policy).filter(({ severity }) => severity === 'refuse');
    expect(refused).not.toEqual([]);
    expect(refused.map(({ rule }) => rule)).toEqual(refused.map(() => null));
    expect(streamed(lines(text), policy).join()).toMatch(/refuse/);
  });

  it('is never the temperature of an allowed macro', () => {
    const policy = policyOf('klipper', ['WARM_UP', 'WARM_UP:ambiguous', '*ambiguous']);
    expect(analysed('WARM_UP EXTRUDER=200', policy)).toEqual([]);
    expect(analysed('WARM_UP EXTRUDER=300', policy).map(brief)).toContain('refuse 1 NOZZLE_TOO_HOT');
    expect(analysed('WARM_UP EXTRUDER=nan', policy).map(brief)).toContain('refuse 1 AMBIGUOUS');
    expect(analysed('M303 E0 S400', policyOf('marlin-2', ['M303'])).map(brief)).toContain(
      'refuse 1 NOZZLE_TOO_HOT',
    );
  });
});
