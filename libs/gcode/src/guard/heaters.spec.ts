import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { CommandReader, type Finding, GcodeAnalyser, judge, LineGuard } from '..';

const profiles = loadProfiles(defaultProfilesDirectory);
const policyOf = (id: string, maxChamberC: number | null = null) =>
  guardPolicyOf(findProfile(profiles, id), {
    sizeMm: null,
    ...{ maxNozzleC: 275, maxBedC: 110, maxChamberC, allowed: ['M141:chamber', 'M141'] },
  });
const MOVES = 'G1 X10 Y10\n'.repeat(40);
const brief = ({ line, severity, code }: Finding): string =>
  `${severity} ${line} ${code.replace('GUARD.', '')}`;

function analysed(content: string, policy: ReturnType<typeof policyOf>): string[] {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(content));
  return judge(analyser.end().guard, policy).map(brief);
}
function sent(content: string, policy: ReturnType<typeof policyOf>): string[] {
  const guard = new LineGuard(policy);
  const commands: string[] = [];
  const reader = new CommandReader((command, line) => {
    if (guard.check(command, line) === 'pass' && !command.startsWith('G1')) commands.push(command);
  });
  reader.push(Buffer.from(content));
  reader.end();
  return commands;
}

describe('a heated chamber that the machine does not have', () => {
  it.each([
    ['marlin-2', 'M141 S200', []],
    ['marlin-2', 'M141 S45', []],
    ['marlin-2', 'M191 S45', []],
    ['prusa-mk3', 'M191 R45', []],
    ['klipper', 'SET_HEATER_TEMPERATURE HEATER=chamber TARGET=60', []],
    ['klipper', 'TEMPERATURE_WAIT SENSOR="heater_generic chamber" MINIMUM=50', []],
  ])('%s: %s is reported and left out, also when the command was allowed', (id, command, expected) => {
    expect(analysed(`${command}\n${MOVES}`, policyOf(id))).toEqual(['strip 1 NO_CHAMBER']);
    expect(sent(`${command}\n${MOVES}`, policyOf(id))).toEqual(expected);
  });

  it('a macro that also heats one is sent, and reported', () => {
    const macro = 'PRINT_START EXTRUDER=215 BED=60 CHAMBER=45';
    expect(analysed(`${macro}\n${MOVES}`, policyOf('klipper'))).toEqual(['warn 1 NO_CHAMBER']);
    expect(sent(`${macro}\n${MOVES}`, policyOf('klipper'))).toEqual([macro]);
  });

  it('switching it off is not reported', () => {
    expect(analysed(`M141 S0\nM191 S0\n${MOVES}`, policyOf('marlin-2'))).toEqual([]);
    expect(analysed(`PRINT_START BED=60 CHAMBER=0\n${MOVES}`, policyOf('klipper'))).toEqual([]);
  });

  it('its limit applies when there is one', () => {
    const file = `M141 S45\nM191 S200\n${MOVES}M141 S0\n`;
    expect(analysed(file, policyOf('marlin-2', 60))).toEqual(['refuse 2 CHAMBER_TOO_HOT']);
    expect(analysed(`M141 S45\n${MOVES}M141 S0\n`, policyOf('marlin-2', 60))).toEqual([]);
  });
});

describe('a file that ends with its heaters on', () => {
  const marlin = policyOf('marlin-2', 60);
  const klipper = policyOf('klipper', 60);

  it('is reported, with the line that set each, and not refused', () => {
    expect(analysed(`M140 S60\nM190 S60\nM104 S200\nM109 S215\n${MOVES}`, marlin)).toEqual([
      'warn 2 BED_LEFT_HOT',
      'warn 4 NOZZLE_LEFT_HOT',
    ]);
    expect(analysed(`M141 S50\n${MOVES}`, marlin)).toEqual(['warn 1 CHAMBER_LEFT_HOT']);
  });

  it.each([
    ['the bed only', `M140 S60\nM104 S200\n${MOVES}M104 S0\n`, ['warn 1 BED_LEFT_HOT']],
    ['a second tool', `M104 T1 S200\nM104 T0 S200\n${MOVES}M104 T0 S0\n`, ['warn 1 NOZZLE_LEFT_HOT']],
    ['the tool in use only', `T1\nM104 S200\nT0\nM104 S200\n${MOVES}M104 S0\n`, ['warn 2 NOZZLE_LEFT_HOT']],
  ])('of %s', (_what, content, expected) => expect(analysed(content, marlin)).toEqual(expected));

  it.each([
    ['a file that switches everything off', `M140 S60\nM104 S200\n${MOVES}M104 S0\nM140 S0\n`, marlin],
    [
      'a file that switches each tool off',
      `M104 T1 S200\nM104 T0 S200\n${MOVES}M104 T0 S0\nM104 T1 S0\n`,
      marlin,
    ],
    [
      'a file that switches the tools in use off',
      `T1\nM104 S200\nT0\nM104 S200\n${MOVES}M104 S0\nT1\nM104 S0\n`,
      marlin,
    ],
    ['a wait until the nozzle is cool', `M109 S200\n${MOVES}M109 R40\n`, marlin],
    ['Klipper’s TURN_OFF_HEATERS', `M104 S200\nM140 S60\n${MOVES}TURN_OFF_HEATERS\n`, klipper],
    [
      'a heater that is switched off by name',
      `M140 S60\n${MOVES}SET_HEATER_TEMPERATURE HEATER=heater_bed TARGET=0\n`,
      klipper,
    ],
    ['a macro of the lab', `PRINT_START EXTRUDER=215 BED=60\nM104 S215\n${MOVES}PRINT_END\n`, klipper],
  ])('is not reported for %s', (_what, content, policy) =>
    expect(analysed(content, policy).filter((found) => found.includes('LEFT_HOT'))).toEqual([]),
  );
});
