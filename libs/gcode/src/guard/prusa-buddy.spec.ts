import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { CommandReader, type Finding, GcodeAnalyser, judge, LineGuard } from '..';

const profiles = loadProfiles(defaultProfilesDirectory);
/** Of the machines that Prusa-Firmware-Buddy drives: include/marlin/Configuration_*.h. */
const SIZES = {
  MK4: { x: 250, y: 210, z: 220 },
  MINI: { x: 180, y: 180, z: 180 },
  XL: { x: 360, y: 360, z: 360 },
  'CORE One': { x: 250, y: 220, z: 270 },
};
const policyOf = (sizeMm: { x: number; y: number; z: number }, id = 'prusa-buddy') =>
  guardPolicyOf(findProfile(profiles, id), {
    sizeMm,
    ...{ maxNozzleC: null, maxBedC: null, maxChamberC: 55, allowed: [] },
  });
const OFF = 'M104 T0 S0\nM104 T1 S0\nM104 S0\nM140 S0\nM141 S0\n';
const brief = ({ severity, code }: Finding): string => `${severity} ${code.replace('GUARD.', '')}`;

/** The findings of the analysis and of the agent's guard for a few lines. */
function found(content: string, policy = policyOf(SIZES.XL)): string[] {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${content}\n${'M105\n'.repeat(40)}${OFF}`));
  const findings = judge(analyser.end().guard, policy).map(brief);
  const guard = new LineGuard(policy);
  const reader = new CommandReader((command, line) => {
    if (!guard.refusal) guard.check(command, line);
  });
  reader.push(Buffer.from(`${content}\n`));
  reader.end();
  expect(guard.refusal === null).toBe(!findings.some((each) => each.startsWith('refuse')));
  return findings;
}

describe('what slicers write for Prusa’s Buddy firmware', () => {
  it.each([
    ['M74 W0.1'],
    ['G29 G'],
    ['P0 S1 L1 D0'],
    ['P0 S1 L2 D0'],
    ['P0'],
    ['T1 S1 L0 D0'],
    ['Tx'],
    ['M708 A0x0b X5'],
    ['M217 Z2'],
    ['M104.1 T1 P30.4 Q30.4 S215'],
    ['G29 P9 X208 Y-2.5 W32 H4'],
    ['M862.1 T0 P0.4 A0 F1'],
    ['M862.3 P "MK4S"'],
    ['M862.6 P"Input shaper"'],
    ['M572 W0.06'],
    ['M593 X T2 F0'],
    ['M702 W2'],
    ['G28 XY'],
    ['G28 D'],
    ['M141 S20'],
    ['G28\nG1 X242 Y-8 F10200'],
  ])('%s passes', (line) => expect(found(line)).toEqual([]));

  it.each([
    ['CORE One', 'G28\nG1 X249 Y-9 Z270 F4800'],
    ['XL', 'G28\nG0 X30 Y-7 Z10\nG1 Z370\nG1 X-8 Y-9'],
    ['MK4', 'G28\nG1 X42 Y-4 Z5\nG1 X241 Y170 Z220'],
    ['MINI', 'G28\nG1 X0 Y-2 Z3\nG1 X179 Z180'],
  ] as const)('%s goes where it parks and purges: %j', (machine, content) =>
    expect(found(content, policyOf(SIZES[machine]))).toEqual([]),
  );

  it('is still refused for other firmwares', () => {
    const others = ['M74 W0.1', 'G29 G', 'P0 S1 L1 D0', 'M708 A0x0b X5', 'M104.1 T1 P30 S215'];
    for (const line of others) expect(found(line, policyOf(SIZES.MK4, 'marlin-2'))[0]).toMatch(/^refuse/);
    expect(found('M217 Z2', policyOf(SIZES.MK4, 'marlin-2'))).toEqual(['strip CALIBRATION']);
  });
});

describe('a command of that firmware with another effect', () => {
  it.each([
    // T.cpp: get_destination_from_command, which P.cpp calls too.
    ['P0 X500', 'refuse PARAMETER'],
    ['p0 s1', 'refuse PARAMETER'],
    ['P1', 'refuse UNKNOWN_COMMAND'],
    ['T0 X500', 'refuse PARAMETER'],
    ['G29 G1', 'refuse SECOND_COMMAND'],
    ['G29 G M104 S300', 'refuse SECOND_COMMAND'],
    ['G29 G K1', 'refuse SECOND_COMMAND'],
    ['M104.1 S200 S300', 'refuse NOZZLE_TOO_HOT'],
    ['M104.1 T0 P30 S300', 'refuse NOZZLE_TOO_HOT'],
    ['M104.1 T0 I1', 'refuse AMBIGUOUS'],
    ['M104.2 S200', 'refuse AMBIGUOUS'],
    ['M217 Z20', 'strip CALIBRATION'],
    ['M217 X500 Z2', 'strip CALIBRATION'],
    ['G26', 'refuse MAINTENANCE'],
    ['G162 Z', 'refuse UNKNOWN_COMMAND'],
    ['M1600 S"PLA"', 'refuse UNKNOWN_COMMAND'],
    ['M997', 'refuse FIRMWARE'],
    ['G28\nG1 Y-20', 'refuse OUTSIDE'],
    ['G28\nG1 Z-1', 'refuse OUTSIDE'],
    // A CORE One homes X at its far end (X_HOME_DIR 1).
    ['G28\nG91\nG1 X10', 'refuse OUTSIDE'],
    ['G28 X\nG91\nG1 X10', 'refuse OUTSIDE'],
    // The tool's parking position is unknown.
    ['G28\nG1 X100 Y100 Z9\nP0 S1\nG91\nG1 X10', 'refuse TOO_FAR'],
  ])('%j: %s', (content, expected) => expect(found(content)).toContain(expected));

  it('a tool that was parked does not hide heaters left on', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(Buffer.from(`M104 T0 S215\n${'G1 X5 Y5\n'.repeat(40)}P0 S1\n`));
    expect(judge(analyser.end().guard, policyOf(SIZES.XL)).map(brief)).toContain('warn NOZZLE_LEFT_HOT');
  });
});
