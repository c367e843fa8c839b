import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { GcodeAnalyser, judge } from '..';

const profiles = loadProfiles(defaultProfilesDirectory);

/** The codes of all findings in a few lines for that machine. */
function codesOf(content: string, id = 'marlin-2'): string[] {
  const policy = guardPolicyOf(findProfile(profiles, id), {
    sizeMm: { x: 250, y: 210, z: 210 },
    ...{ maxNozzleC: 275, maxBedC: 110, maxChamberC: 60, allowed: [] },
  });
  const analyser = new GcodeAnalyser();
  // Followed by enough G-code that an odd line does not make the file prose.
  analyser.push(Buffer.from(`${content}\n${'G28\n'.repeat(40)}`, 'latin1'));
  return judge(analyser.end().guard, policy).map(({ code }) => code);
}

describe('no dangerous command passes the guard', () => {
  it.each([
    ['small letters without blanks', 'm104s300', 'NOZZLE_TOO_HOT'],
    ['leading zeros', 'M0997', 'FIRMWARE'],
    ['many leading zeros', 'M0000000997', 'UNREADABLE'],
    ['a code that wraps around in 16 bits', 'M66533', 'UNKNOWN_COMMAND'],
    ['a subcode', 'M997.0', 'FIRMWARE'],
    ['a blank in the code', 'M 997', 'FIRMWARE'],
    ['a tab in the code', 'M\t997', 'UNREADABLE'],
    ['a line number and a checksum in the file', 'N5 M997*71', 'FIRMWARE'],
    ['two line numbers', 'N5 N6 M997', 'UNKNOWN_COMMAND'],
    ['a comment before it', '(hi) M997', 'FIRMWARE'],
    ['a comment inside', 'M104 (S200) S300', 'NOZZLE_TOO_HOT'],
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
    ['relative moves', 'G28\nG90\nG1 X100\nG91\nG1 X90\nG1 X90\nG1 X-5 E1', 'OUTSIDE'],
    ['a relative move from home', 'G28\nG91\nG1 Z-1', 'OUTSIDE'],
    ['relative moves from an unknown position', 'G91\nG1 X200\nG1 X200', 'TOO_FAR'],
    ['a moved origin', 'G28\nG1 X200\nG92 X0\nG1 X100', 'OUTSIDE'],
    ['a moved origin of all axes', 'G28\nG1 X200 Y5 Z5\nG92\nG1 X100', 'OUTSIDE'],
    ['a relative move after levelling', 'G28\nG1 X200\nG29\nG91\nG1 X100', 'TOO_FAR'],
    ['an exponent in G92', 'G92 X1E3', 'AMBIGUOUS'],
    ['a position without a number', 'G28\nG92 X5\nG1 X', 'AMBIGUOUS'],
    ['G92 with another parameter', 'G1 X200 Y200\nG92 P5', 'AMBIGUOUS'],
    ['an exponent without a leading digit', 'M140 S.5E5', 'BED_TOO_HOT'],
    ['G92 at an unknown position', 'G92 X0\nG1 X300', 'TOO_FAR'],
    ['an arc that leaves the volume between its ends', 'G28\nG1 X240 Y100\nG3 X240 Y140 I0 J20', 'OUTSIDE'],
    ['a full circle', 'G28\nG1 X240 Y100\nG2 I30 J0', 'OUTSIDE'],
    ['an arc given by its radius', 'G28\nG1 X250 Y100\nG3 X250 Y140 R21', 'OUTSIDE'],
    ['an arc from an unknown position', 'G28\nG2 X10 Y10 I0 J200', 'OUTSIDE'],
    ['an arc in another plane', 'G18\nG2 X5 Z5 I9', 'UNFOLLOWED'],
    ['a spline', 'G5 X5 Y5 I0 J0 P900 Q0', 'UNFOLLOWED'],
    ['machine coordinates', 'G53 G1 X500', 'SECOND_COMMAND'],
    ['a workspace', 'G54', 'UNFOLLOWED'],
    ['a move that ignores endstops', 'G1 H2 X500', 'UNFOLLOWED'],
    ['an exponent in a move', 'G1 X1E5', 'AMBIGUOUS'],
    ['a hexadecimal move', 'G1 Y0x1F4', 'AMBIGUOUS'],
    ['a number with two decimal points', 'G1 X1.5.9', 'AMBIGUOUS'],
    ['a tab before the number', 'G1 X\t500', 'AMBIGUOUS'],
    ['a move with seven digits', 'G0000001 X500', 'UNREADABLE'],
    ['a form of G92 that only some firmwares know', 'G92.1', 'UNFOLLOWED'],
    ['a bare axis (GCODE_MOTION_MODES)', 'X500', 'UNKNOWN_COMMAND'],
    ['a tool that no machine has', 'T99', 'UNKNOWN_COMMAND'],
    ['a high bit', 'M104\u00a0S300', 'UNREADABLE'],
    ['a control character', 'M117 a\u000bM997', 'UNREADABLE'],
    ['MeatPack’s own commands', 'M117 \u00ff\u00ff\u00fb', 'UNREADABLE'],
    ['M110 in a text', 'M117 M110 N5', 'HOST_OWN'],
    ['an action without a flag', 'M118 //action:pause', 'FORGED_ACTION'],
    ['an action with two flags', 'M118 E1 A1 action:pause', 'FORGED_ACTION'],
    ['an action in small letters without blanks', 'm118a1action:cancel', 'FORGED_ACTION'],
    ['a macro with usual parameters', 'START_PRINT BED=60 EXTRUDER=300', 'UNKNOWN_COMMAND'],
    ['a name that every JavaScript object has', 'constructor', 'UNKNOWN_COMMAND'],
  ])('in the form of %s', (_what, content, code) => {
    expect(codesOf(content)).toContain(`GUARD.${code}`);
  });

  it.each([
    ['its own command for heaters', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=300', 'NOZZLE_TOO_HOT'],
    ['the same in small letters', 'set_heater_temperature heater=heater_bed target=200', 'BED_TOO_HOT'],
    ['quotes', `SET_HEATER_TEMPERATURE HEATER=extruder TARGET="3"'00'`, 'NOZZLE_TOO_HOT'],
    ['Python’s numbers', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=3_00', 'NOZZLE_TOO_HOT'],
    ['digits of another script', 'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=\u00d9\u00a3', 'UNREADABLE'],
    ['two heaters', 'SET_HEATER_TEMPERATURE HEATER=extruder HEATER=heater_bed TARGET=200', 'BED_TOO_HOT'],
    ['a macro that heats', 'PRINT_START EXTRUDER_TEMP=300 BED_TEMP=60', 'NOZZLE_TOO_HOT'],
    ['a position set without moving', 'SET_KINEMATIC_POSITION X=0', 'UNFOLLOWED'],
    ['a shell', 'RUN_SHELL_COMMAND CMD=rm', 'STORED_COMMANDS'],
    ['a restart', 'RESTART', 'FIRMWARE'],
    ['saved settings', 'SAVE_CONFIG', 'STORED_SETTINGS'],
    ['an action', 'RESPOND TYPE=command MSG="action:cancel"', 'FORGED_ACTION'],
  ])('to Klipper in the form of %s', (_what, content, code) => {
    expect(codesOf(content, 'klipper')).toContain(`GUARD.${code}`);
  });

  it.each([
    ['a G in a text', 'M01 Glue it G1 X500', 'SECOND_COMMAND'],
    ['a G in quotes', 'M862.3 P "G1 X500"', 'SECOND_COMMAND'],
    ['a factory reset after a command', 'M84 PRUSA FR', 'FIRMWARE'],
    ['a factory reset', 'PRUSA FR', 'UNKNOWN_COMMAND'],
    ['a debugging command', 'D3 Ax0 C16', 'UNKNOWN_COMMAND'],
  ])('to Prusa-Firmware in the form of %s', (_what, content, code) => {
    expect(codesOf(content, 'prusa-mk3')).toEqual([`GUARD.${code}`]);
  });
});
