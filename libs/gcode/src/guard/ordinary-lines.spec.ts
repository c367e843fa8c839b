import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { describeFault } from '@pandafab/shared';
import { CommandReader, type Finding, GcodeAnalyser, judge, LineGuard } from '..';

const profiles = loadProfiles(defaultProfilesDirectory);
const policyOf = (id: string) =>
  guardPolicyOf(findProfile(profiles, id), {
    sizeMm: { x: 250, y: 210, z: 210 },
    ...{ maxNozzleC: 275, maxBedC: 110, maxChamberC: 60, allowed: [] },
  });
const brief = ({ severity, code }: Finding): string => `${severity} ${code.replace('GUARD.', '')}`;
const OFF = 'M104 S0\nM140 S0\n';

/** The analysis' findings in a file, and the agent's treatment of its first line. */
function both(content: string, id: string): { found: string[]; findings: Finding[]; verdict: string } {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${content}\n${'M105\n'.repeat(40)}${OFF}`, 'latin1'));
  const findings = judge(analyser.end().guard, policyOf(id));
  const guard = new LineGuard(policyOf(id));
  const verdicts: string[] = [];
  const reader = new CommandReader((command, line) => verdicts.push(guard.check(command, line)));
  reader.push(Buffer.from(`${content}\n`, 'latin1'));
  reader.end();
  const seen = [...guard.findings, ...(guard.refusal ? [guard.refusal] : [])];
  expect(seen.map(brief)).toEqual(findings.map(brief));
  return { found: findings.map(brief), findings, verdict: verdicts[0] ?? 'nothing' };
}

const EVERYWHERE = [...profiles.keys()];
const MARLINS = EVERYWHERE.filter((id) => id !== 'klipper');

describe('a line without effect is left out, never refused', () => {
  it.each([
    // Anycubic's i3 Mega and 4Max begin with it (Cura's definitions).
    ['G5'],
    ['G5 '],
    ['G6'],
    ['G42'],
    ['//M85 S0'],
    [`// ${'a long remark '.repeat(20)}`],
    ['/M104 S300'],
    ['# begin'],
    ['%'],
    ['-----'],
    ['====='],
    ['G'],
    ['M'],
    ['m '],
    ['\x1a'],
    ['\x1a\x1a'],
  ])('%j', (line) => {
    for (const id of EVERYWHERE)
      expect(both(line, id)).toMatchObject({ found: ['strip NO_EFFECT'], verdict: 'strip' });
  });

  it.each([
    ['G5 X10', 'refuse UNFOLLOWED'],
    ['G X10', 'refuse UNKNOWN_COMMAND'],
    ['M \x1a104 S300', 'refuse UNREADABLE'],
    ['G28\x1a', 'refuse UNREADABLE'],
    ['$H', 'refuse UNKNOWN_COMMAND'],
  ])('%j is no such line', (line, expected) => {
    for (const id of EVERYWHERE) expect(both(line, id).found).toEqual([expected]);
  });

  it('a spline without parameters does not move the tool', () => {
    expect(both('G28\nG1 X100 Y100 Z5\nG5\nG91\nG1 X100', 'marlin-2').found).toEqual(['strip NO_EFFECT']);
  });
});

describe('a text is left out or cut, never refused', () => {
  it.each([
    [`M117 ${'é'.repeat(90)}`],
    [`M117 ${'x'.repeat(200)}`],
    [`M117 ${'x'.repeat(9_000)}`],
    [`M486 A${'a'.repeat(84)}`],
    [`M486 S1 A${'a'.repeat(300)}`],
    [`M862.3 P "${'x'.repeat(90)}"`],
    ['M117 one\x08two'],
  ])('%j', (line) => {
    for (const id of MARLINS) expect(both(line, id)).toMatchObject({ verdict: 'strip' });
  });

  it('is shortened when it is too long for every screen', () => {
    const commands: string[] = [];
    const reader = new CommandReader((command) => commands.push(command));
    reader.push(Buffer.from(`M117 ${'x'.repeat(20_000)}\nM117 short\n`));
    reader.end();
    expect(commands).toEqual([`M117 ${'x'.repeat(1_019)}`, 'M117 short']);
    expect(both(`M117 ${'x'.repeat(9_000)}`, 'klipper')).toMatchObject({ found: [], verdict: 'pass' });
  });

  it.each([
    // The host pauses: neither the command nor its text is sent.
    ['M0 Changer la bobine'],
    ['M0 Insert M3 nuts, then Go on'],
    ['M1 Glue it G1 X500'],
    ['M0 50\\50 *mix*'],
    [`M0 ${'Ajouter les écrous. '.repeat(20)}`],
    ['M486 Abadge.stl'],
    ['M862.3 P "[printer]"'],
    ['M862.3 P [printer_model]'],
    ['M862.3 P MK3S'],
    ['M75 badge_gros.gcode'],
  ])('%j passes everywhere', (line) => {
    for (const id of EVERYWHERE) expect(both(line, id)).toMatchObject({ found: [], verdict: 'pass' });
  });

  it.each([
    ['M486 AGear.stl', 'pass', 'strip TEXT'],
    ['M486 S1 AM3_Joint', 'pass', 'strip TEXT'],
    // CANCEL_OBJECTS of Marlin takes the u for an object that is made again.
    ['M486 S1 AM3_Mount', 'strip AMBIGUOUS', 'strip AMBIGUOUS'],
    ['M75 Gear_M3.gcode', 'strip TEXT', 'strip TEXT'],
    ['M75 Gear.gcode', 'strip TEXT', 'strip TEXT'],
    ['M862.3 P "\xc9tape"', 'pass', 'strip TEXT'],
    // A G alone is G0 to it, with the X behind.
    ['M862.3 P "G X500"', 'pass', 'strip TEXT'],
  ])('%j, where Prusa-Firmware would find a command in it', (line, marlin, prusa) => {
    expect(both(line, 'marlin-2').found.join() || 'pass').toBe(marlin);
    expect(both(line, 'prusa-mk3')).toMatchObject({ verdict: 'strip' });
    expect(both(line, 'prusa-mk3').found).toEqual([prusa]);
  });

  it('text outside the name is nevertheless a second command', () => {
    expect(both('M486 M104 S300 Ax', 'prusa-mk3').found).toEqual(['refuse SECOND_COMMAND']);
    expect(both('M486 G1 X500', 'prusa-mk3').found).toEqual(['refuse SECOND_COMMAND']);
  });

  it('a command that moves or heats must not be long', () => {
    for (const id of MARLINS)
      expect(both(`M104 S200${' '.repeat(100)}T0`, id).found).toEqual(['refuse FILE.LINE_TOO_LONG']);
  });
});

describe('a placeholder that the slicer did not replace is named', () => {
  it.each([
    ['M109 S[extruder0_temperature] T0', '[extruder0_temperature]'],
    ['M190 S{material_bed_temperature_layer_0}', '{material_bed_temperature_layer_0}'],
    ['M140 S<BEDTEMP>', '<BEDTEMP>'],
    ['G1 X0 Y{machine_depth} F3000', '{machine_depth}'],
    ['M104 S{first_layer_temperature[0]}', '{first_layer_temperature[0]}'],
    ['M104 S[first_layer_temperature_[initial_tool]]', '[first_layer_temperature_[initial_tool]]'],
    ['PRINT_START EXTRUDER=[first_layer_temperature] BED=60', '[first_layer_temperature]'],
    ['PRINT_START BED={bed_temperature_initial_layer_single}', '{bed_temperature_initial_layer_single}'],
    ['[toolchange_gcode]', '[toolchange_gcode]'],
  ])('%j', (line, placeholder) => {
    for (const id of EVERYWHERE) {
      const { findings, verdict } = both(line, id);
      expect(findings).toMatchObject([
        { code: 'GUARD.PLACEHOLDER', severity: 'refuse', details: { placeholder } },
      ]);
      expect(verdict).toBe('refuse');
      for (const language of ['en', 'fr'] as const)
        expect(findings.map((finding) => describeFault(finding, language).what).join()).toContain(
          placeholder,
        );
    }
  });

  it('a formula is not a placeholder, nor is the outline of an object', () => {
    expect(both('M104 S{150*2}', 'marlin-2').found).toEqual(['refuse EXPRESSION']);
    expect(both('PRINT_START BED={bed + 5}', 'klipper').found).toEqual(['refuse EXPRESSION']);
    const outline = 'EXCLUDE_OBJECT_DEFINE NAME=a CENTER=1,1 POLYGON=[[0,0],[2,0],[2,2]]';
    expect(both(outline, 'klipper').found).toEqual([]);
  });
});

describe('commands of Klipper plugins', () => {
  it.each([['TIMELAPSE_RENDER'], ['TIMELAPSE_TAKE_FRAME']])('%s passes', (line) =>
    expect(both(line, 'klipper').found).toEqual([]),
  );
});
