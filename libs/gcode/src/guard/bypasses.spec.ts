import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { CommandReader, GcodeAnalyser, judge, LineGuard } from '..';

const profiles = loadProfiles(defaultProfilesDirectory);
const policyOf = (id: string) =>
  guardPolicyOf(findProfile(profiles, id), {
    sizeMm: { x: 250, y: 210, z: 210 },
    ...{ maxNozzleC: 275, maxBedC: 110, maxChamberC: 60, allowed: [] },
  });

/** The analysis' findings, before the job may have a machine: `refuse AMBIGUOUS`, without their consequences. */
function judged(content: string, id: string): string[] {
  const analyser = new GcodeAnalyser();
  // Followed by enough G-code that an odd line does not make the file prose, and all heaters off.
  const off = 'M104 T0 S0\nM104 T1 S0\nM140 S0\nM141 S0\n';
  analyser.push(Buffer.from(`${content}\n${'M105\n'.repeat(40)}${off}`, 'latin1'));
  return judge(analyser.end().guard, policyOf(id)).map(
    ({ severity, code }) => `${severity} ${code.replace('GUARD.', '')}`,
  );
}

/** The agent's treatment of the same file, just before it is sent: its findings, and whether the last line was sent. */
function streamed(content: string, id: string): { found: string[]; sent: boolean } {
  const guard = new LineGuard(policyOf(id));
  let sent = false;
  const reader = new CommandReader((command, line) => {
    sent = guard.refusal === null && guard.check(command, line) === 'pass';
  });
  reader.push(Buffer.from(`${content}\n`, 'latin1'));
  reader.end();
  const findings = [...guard.findings, ...(guard.refusal ? [guard.refusal] : [])];
  return {
    found: findings.map(({ severity, code }) => `${severity} ${code.replace('GUARD.', '')}`),
    sent,
  };
}

type Trick = readonly [content: string, found: string];

/** Each trick is its file's last line; both checks must find it, and it must never be sent. */
function heldOff(id: string, tricks: readonly Trick[]): void {
  it.each(tricks)(`${id}: %j: %s`, (content, found) => {
    expect(judged(content, id)).toContain(found);
    const { found: seen, sent } = streamed(content, id);
    expect({ seen: seen.includes(found), sent }).toEqual({ seen: true, sent: false });
  });
}

const AMBIGUOUS = 'refuse AMBIGUOUS';
const PARAMETER = 'refuse PARAMETER';
const UNREADABLE = 'refuse UNREADABLE';
const COLD = 'strip PROTECTION';
const CALIBRATION = 'strip CALIBRATION';
const OUTSIDE = 'refuse OUTSIDE';
const TOO_FAR = 'refuse TOO_FAR';
const UNFOLLOWED = 'refuse UNFOLLOWED';

describe('numbers that firmware wraps', () => {
  // Marlin: value_int is (int16_t)strtol; Prusa: setTargetHotend(int) of a float.
  heldOff('marlin-2', [
    ['M104 S-65236', AMBIGUOUS],
    ['M109 S-65236', AMBIGUOUS],
    ['M109 R-65236', AMBIGUOUS],
    ['M104 T0 S-65236', AMBIGUOUS],
    ['M104 S-65236.9', AMBIGUOUS],
    ['M104 S-130772', AMBIGUOUS],
    ['M104 S-4294966996', AMBIGUOUS],
    ['M104 S200 B-65136', AMBIGUOUS],
    ['M140 S-65416', AMBIGUOUS],
    ['M190 S-65416', AMBIGUOUS],
    ['M190 R-65416', AMBIGUOUS],
    ['M140 H-65416', AMBIGUOUS],
    ['M141 S-65436', AMBIGUOUS],
    ['M191 S-65436', AMBIGUOUS],
    ['M191 R-65436', AMBIGUOUS],
    ['M600 R-65236', AMBIGUOUS],
    ['G26 H-65236', AMBIGUOUS],
    ['G26 B-65416', AMBIGUOUS],
    ['G10 P0 S-65236', AMBIGUOUS],
    ['M568 P0 R-65236', AMBIGUOUS],
    ['M104 S-0', AMBIGUOUS],
    ['M302 S65537', COLD],
    ['M302 S-1', COLD],
    ['M302 S65536', COLD],
    ['M302 S-65386', COLD],
    ['M302 S200 P256', COLD],
  ]);
  heldOff('prusa-mk3', [
    ['M104 S-65236', AMBIGUOUS],
    ['M140 S-65416', AMBIGUOUS],
    ['M190 R-65416', AMBIGUOUS],
    ['M302 S-1', COLD],
  ]);
});

describe('numbers in special forms', () => {
  heldOff('marlin-2', [
    ['M104 S+200', AMBIGUOUS],
    ['M104 S2e2', AMBIGUOUS],
    ['M104 S0x64', AMBIGUOUS],
    ['M104 Sinf', AMBIGUOUS],
    ['M104 SNAN', AMBIGUOUS],
    ['M104 S"300"', AMBIGUOUS],
    ['M104 S2 00', AMBIGUOUS],
    ['M104 S200.3.0', AMBIGUOUS],
    ['M104 S200,300', AMBIGUOUS],
    ['M104 S--300', AMBIGUOUS],
    ['M104 S200 S210', AMBIGUOUS],
    ['M104 S200 s210', AMBIGUOUS],
    ['m104 S200', AMBIGUOUS],
    ['M104 s200', AMBIGUOUS],
    ['M104.1 S200', AMBIGUOUS],
    ['M104 S200 !', AMBIGUOUS],
    ['M104\tS\t200', AMBIGUOUS],
    ['M140 S1e2', AMBIGUOUS],
    ['M104 S00200', AMBIGUOUS],
  ]);
  heldOff('prusa-mk3', [
    ['T M104 S300', 'refuse UNREADABLE'],
    ['t+1M', 'refuse UNREADABLE'],
    ['T-1 G1 X500', 'refuse UNREADABLE'],
    ['Tx M104 S300', 'refuse UNREADABLE'],
    ['M104 S2e2', AMBIGUOUS],
    ['M104 S0XC8', PARAMETER],
    ['M104 SINF', AMBIGUOUS],
    ['G92 Z1E1', AMBIGUOUS],
  ]);
});

describe('bytes that firmware drops', () => {
  // Marlin's process_stream_char drops the backslash, Prusa's get_command bytes above 127, PAREN_COMMENTS parentheses.
  heldOff('marlin-2', [
    ['M104 S\\3\\00', UNREADABLE],
    ['M 1\\1\\8 A1 action:cancel', UNREADABLE],
    ['M1\\\\04 S300', UNREADABLE],
    ['M1\\1\\2', UNREADABLE],
    ['M0\\\\ wait', UNREADABLE],
    ['G1 X\\5\\00', UNREADABLE],
    ['G\\\\28', UNREADABLE],
    ['\\\\M104 S300', UNREADABLE],
    ['M117 50\\\\50', 'strip UNREADABLE'],
    ['M117 M1\\1\\0 N5', 'strip HOST_OWN'],
    ['M117 M1()()10 N5', 'strip HOST_OWN'],
    ['M117\\\\9752 S300', UNREADABLE],
    ['M117()()9752 S300', UNREADABLE],
    ['M486 AGe\\\\ar', 'strip UNREADABLE'],
    ['M16\\\\4 X', UNREADABLE],
    ['M862.3 P\\\\', UNREADABLE],
    ['M73 P\\\\5', UNREADABLE],
    ['M1\x7f\x7f04 S300', UNREADABLE],
    ['M1\x08 04', UNREADABLE],
  ]);
  heldOff('prusa-mk3', [
    ['M1\x80\x8004 S300', UNREADABLE],
    ['M1 PR\x80\x80USA FR', 'refuse FIRMWARE'],
    ['M486 M\xa0\xa0104 S300', 'refuse SECOND_COMMAND'],
    ['M104\xa0\xa0 S200', UNREADABLE],
    // Their bytes are dropped, and the checksum no longer fits; PRUSA makes it pass over the line's number.
    ['M117 \xc3\x89tape 2', 'strip UNREADABLE'],
    ['M486 Afil\xc3\xa9', 'strip UNREADABLE'],
    ['M117 *Done*', 'strip UNREADABLE'],
    ['M117 PRUSA MK3', 'strip HOST_OWN'],
    ['M117 PR\xc3\xa9USA MK3', 'strip HOST_OWN'],
    // It knows M117 in capitals only, and obeys the G behind another.
    ['m117 G1 X500', 'refuse SECOND_COMMAND'],
    ['M 117 G1 X500', 'refuse SECOND_COMMAND'],
    ['m486 D3 Ax0 B16', 'refuse SECOND_COMMAND'],
    ['m73 D3 Ax0 C16', 'refuse SECOND_COMMAND'],
    ['M0117 M104 S300', 'refuse SECOND_COMMAND'],
  ]);
  heldOff('klipper', [
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=3\\00', UNREADABLE],
    ['PRINT_START EXTRUDER=3\\00', UNREADABLE],
    ['M117 \\\\', 'strip UNREADABLE'],
  ]);
});

describe('words without a number, fractions, signs', () => {
  heldOff('marlin-2', [
    ['M302 S', COLD],
    ['M302', COLD],
    ['M302 P', COLD],
    ['M302 S0.5', COLD],
    ['M302 S200 S', COLD],
    ['M302 S2e2', COLD],
    ['M302 S200 P', COLD],
    ['m302 s', COLD],
    ['M302 S+0', COLD],
    ['M302 S 0', COLD],
    ['M302 S"0"', COLD],
    ['M211 S0.5', COLD],
    ['M211 S-1', COLD],
    ['M211 S+0', COLD],
    ['M211 S00', COLD],
    ['M211 S .9', COLD],
    ['M211 S1 S0', COLD],
    ['M211 X0', COLD],
    ['m211 s0', COLD],
    ['M104 S', AMBIGUOUS],
    ['M104 S.', AMBIGUOUS],
    ['M104 S-', AMBIGUOUS],
    ['M140 S', AMBIGUOUS],
    ['M600 X', AMBIGUOUS],
    ['M104 I1', PARAMETER],
    ['M109 I1', PARAMETER],
    ['M140 I0', PARAMETER],
    ['M190 I0', PARAMETER],
    ['M104 S200 F1', PARAMETER],
    ['M104 S200 X300', PARAMETER],
  ]);
  heldOff('prusa-mk3', [
    ['M302', COLD],
    ['M302 S', COLD],
    ['M302 P0', COLD],
  ]);
});

describe('positions in commands that are not moves', () => {
  heldOff('marlin-2', [
    ['G28\nM600 X500', OUTSIDE],
    ['G28\nM600 Y-50', OUTSIDE],
    ['G28\nM600 Z300', OUTSIDE],
    ['G28\nG1 Z100\nM600 Z150', OUTSIDE],
    ['G28\nM600 I500', PARAMETER],
    ['G28\nM125 X500', OUTSIDE],
    ['G28\nM125 Y500', OUTSIDE],
    ['G28\nM125 Z500', OUTSIDE],
    ['G28\nM217 X500', CALIBRATION],
    ['G28\nM217 Y500', CALIBRATION],
    ['G28\nM217 Z300', CALIBRATION],
    ['G28\nM207 Z300', OUTSIDE],
    ['G28\nM207 Z-5', OUTSIDE],
    ['G28\nG1 Z100\nM207 Z150', OUTSIDE],
    ['G28\nM207 Z150\nG1 Z100', OUTSIDE],
    ['G28\nM701 Z300', OUTSIDE],
    ['G28\nM702 Z300', OUTSIDE],
    ['G28\nM701 Z-5', OUTSIDE],
    ['G28\nG1 Z3\nM600 Z-5', OUTSIDE],
    ['G28\nG28 R300', OUTSIDE],
    ['G28\nG61 X30', AMBIGUOUS],
    ['G28\nG61 Z', PARAMETER],
    ['G28\nG30 X500', OUTSIDE],
    ['G28\nG12 P2 R500', PARAMETER],
    ['G28\nG26 X500', OUTSIDE],
    ['G28\nM240 X500', PARAMETER],
    ['G28\nG34 Z50', PARAMETER],
    ['G28\nM605 S2 X500', PARAMETER],
    ['G28\nG27 Z300', PARAMETER],
    ['G28\nT0 X500', PARAMETER],
    ['G28\nG1 X5 I500', UNFOLLOWED],
    ['G28\nG1 X5 R1', UNFOLLOWED],
  ]);
});

describe('the real position of the head', () => {
  heldOff('marlin-2', [
    // Z_SAFE_HOMING homes Z over the middle of the bed.
    ['G28\nG91\nG1 X200', OUTSIDE],
    ['G28\nG91\nG1 X-6', OUTSIDE],
    ['G28\nG92 X-50\nG1 X100', OUTSIDE],
    ['G28\nG92 X0\nG91\nG1 X200', OUTSIDE],
    ['G28 X Y\nG1 X100\nG28 Z\nG91\nG1 X150', TOO_FAR],
    ['G28 Z\nG91\nG1 X5', TOO_FAR],
    // Where Z is homed on the spot, X is still where it walked from home.
    ['G91\nG28 X Y\nG1 X212\nG28 Z\nG1 X44', TOO_FAR],
    ['G28\nG91\nG1 Z215', OUTSIDE],
    // Homes only where the position is not known.
    ['G28\nG1 X200\nG28 O\nG91\nG1 X60', TOO_FAR],
    ['G28\nG1 X200 Y5 Z5\nG92 X0\nG28 O\nG1 X100', TOO_FAR],
    ['G28\nG1 X200\nG28 XO\nG91\nG1 X60', TOO_FAR],
    ['G92 Z41\nG28 Z O\nG1 Z0', TOO_FAR],
    // Prusa's and old Marlin's G28 X100: home, and call it 100.
    ['G28 X100', AMBIGUOUS],
    ['G28 Z-5', AMBIGUOUS],
    ['G28 S', PARAMETER],
    ['G28 C', PARAMETER],
    // Small letters and odd codes are read by some only: the others stay in the mode before.
    ['g90', AMBIGUOUS],
    ['g28', AMBIGUOUS],
    ['G28 x', AMBIGUOUS],
    ['g92 X0', AMBIGUOUS],
    ['G92 x0', AMBIGUOUS],
    ['G1 x5', AMBIGUOUS],
    ['G090', AMBIGUOUS],
    ['G 90', AMBIGUOUS],
    ['G01 X5', AMBIGUOUS],
    ['G90 X5', PARAMETER],
    // Everything is 0 from here on to Klipper; to Marlin 2 and Prusa-Firmware it says nothing.
    ['G28\nG1 X200 Y5 Z5\nG92', AMBIGUOUS],
    // INCH_MODE_SUPPORT is off in most Marlins, Prusa-Firmware has none, Klipper refuses.
    ['G20', UNFOLLOWED],
    // The line number's command is left out: with it the move would be, and the guard would count it.
    ['G28\nG1 X200\nG91\nG1 X-150 M110', 'refuse SECOND_COMMAND'],
    // CANCEL_OBJECTS leaves out the moves of an object that was cancelled.
    ['M486 P1', UNFOLLOWED],
    ['M486 C', UNFOLLOWED],
    ['M486 S1 P1', UNFOLLOWED],
    ['M486 ACup', 'strip AMBIGUOUS'],
    ['M486 AStopper', 'strip AMBIGUOUS'],
    ['M486 AGear copy 1', 'strip AMBIGUOUS'],
    ['M486 S1 A"Cup"', 'strip AMBIGUOUS'],
    // Parks by raising: climbing in steps goes on from where it was.
    ['G28\nG1 Z200\nG27\nG91\nG1 Z40', OUTSIDE],
    ['G91\nG1 Z40\nG27\nG1 Z40', TOO_FAR],
    ['G28\nG1 Z200\nG61 X Y\nG92 Z0\nG1 Z50', OUTSIDE],
    // Ends that do not lie on the circle: swept to the angle of the end; and made larger where R is too short.
    ['G28\nG1 X246 Y0\nG2 Y21 I100 J-53', OUTSIDE],
    ['G28 X\nG2 X5 Y161 R-5', OUTSIDE],
    // Arcs without a centre: Marlin leaves them out, and is where it was.
    ['G28\nG1 X100 Y100 Z5\nG2 X0 Y32 I0 J0', AMBIGUOUS],
    ['G28\nG1 X100 Y100 Z5\nG2 X0 Y32', AMBIGUOUS],
    ['G28\nG1 X100 Y100 Z0.2\nG2 X100 Y100 Z5 R9\nG91\nG1 Z-5', TOO_FAR],
    // From an unknown place: the circle may lie around that too.
    ['G28\nG3 X100 Y100 I20 J20', OUTSIDE],
    // An R that Prusa-Firmware ignores, together with an I that others ignore.
    ['G28\nG1 X100 Y100\nG2 X110 Y100 R5 I90 J0', AMBIGUOUS],
  ]);
  heldOff('klipper', [
    // A macro of the lab leaves the head at an unknown position.
    ['G28\nG1 X100\nPRINT_START\nG91\nG1 X100', TOO_FAR],
    ['G28\nG1 X100\nBED_MESH_CALIBRATE\nG91\nG1 X100', TOO_FAR],
    ['N M104 S300', 'refuse UNKNOWN_COMMAND'],
    ['M104_X S200', AMBIGUOUS],
    ['PAUSE X=500', PARAMETER],
    ['BED_MESH_CALIBRATE HORIZONTAL_MOVE_Z=-5', PARAMETER],
    ['QUAD_GANTRY_LEVEL HORIZONTAL_MOVE_Z=-5', PARAMETER],
  ]);
});

describe('calibration with other commands', () => {
  heldOff('marlin-2', [
    ['G29 S3 I1 J1 Z-5', CALIBRATION],
    ['G29 S4 Z-5', CALIBRATION],
    ['G29 S5', CALIBRATION],
    ['G29 S259 I1 J1 Z-5', CALIBRATION],
    ['G29 Z-5', CALIBRATION],
    ['G29 W I1 J1 Z-5', CALIBRATION],
    ['G29 W I1 J1', CALIBRATION],
    ['G29 P6 C-5', CALIBRATION],
    ['G29 P5 C-5', CALIBRATION],
    ['G29 P3 C-5', CALIBRATION],
    ['G29 P4', CALIBRATION],
    ['G29 P2', CALIBRATION],
    ['G29 P262 C-5', CALIBRATION],
    ['G29 Q1', CALIBRATION],
    ['g29 s4 z-5', CALIBRATION],
    ['G29 P6.9 C-5', CALIBRATION],
    ['G29 K1', PARAMETER],
    ['M290 Z-2', CALIBRATION],
    ['M290 Z0.1\nM290 Z0.1', CALIBRATION],
    ['M290 S-2', CALIBRATION],
    ['M290 R', CALIBRATION],
    ['M605 R30', AMBIGUOUS],
    ['M605 S2 R30', AMBIGUOUS],
    ['G10 L2 Z5', 'refuse CALIBRATION'],
    ['G31 Z-5', PARAMETER],
    ['M420 S1 C1', PARAMETER],
    ['M603 L500', CALIBRATION],
    // EXPECTED_PRINTER_CHECK: another name is an emergency stop (M16.cpp).
    ['M16 Other', 'strip ENDS_RUN'],
  ]);
  heldOff('prusa-mk3', [
    ['G80 L100', PARAMETER],
    ['M603', 'refuse ENDS_RUN'],
  ]);
  heldOff('klipper', [
    ['BED_MESH_PROFILE REMOVE=default', PARAMETER],
    ['BED_MESH_PROFILE "REM"OVE=default', PARAMETER],
    ['BED_MESH_PROFILE SAVE=x', PARAMETER],
    ['SKEW_PROFILE SAVE=x', PARAMETER],
  ]);
});

describe('macros of Klipper', () => {
  const HOT = 'refuse NOZZLE_TOO_HOT';
  heldOff('klipper', [
    ['PRINT_START HE=300', HOT],
    ['PRINT_START E=300', HOT],
    ['PRINT_START TOOL="300"', HOT],
    ['PRINT_START "HE=300"', HOT],
    ['PRINT_START H"E"=300', HOT],
    ['PRINT_START HE=3e2', HOT],
    ['PRINT_START HE=3_00', HOT],
    ['PRINT_START HE=+300', HOT],
    ['PRINT_START HE=" 300 "', HOT],
    ['PRINT_START HE=300#', HOT],
    ['PRINT_START HE=200,300', HOT],
    ['PRINT_START HE="0 S300"', HOT],
    ['PRINT_START EXTRUDER="0 S300"', HOT],
    ['PRINT_START EXTRUDER=300.', HOT],
    ['PRINT_START TEMPS=200,300', HOT],
    ['PRINT_START FIRST_LAYER_TEMP=300', HOT],
    ['print_start he=300', HOT],
    ['START_PRINT T_EXTRUDER=300', HOT],
    ['END_PRINT HE=300', HOT],
    ['PRINT_START HE=nan', AMBIGUOUS],
    ['PRINT_START HE=inf', AMBIGUOUS],
    ['PRINT_START EXTRUDER=-300', AMBIGUOUS],
    ['PRINT_START EXTRUDER=2e2', AMBIGUOUS],
    ['PRINT_START EXTRUDER=nan', AMBIGUOUS],
    ['PRINT_START BED="60', AMBIGUOUS],
    ['PRINT_START B=120', 'refuse BED_TOO_HOT'],
    ['PRINT_START BT=120', 'refuse BED_TOO_HOT'],
    ['PRINT_START HEATBED=120', 'refuse BED_TOO_HOT'],
    ['PRINT_START CH=80', 'refuse CHAMBER_TOO_HOT'],
    // min(1.0, nan) is 1.0 in Python: a target that is no number heats with all power.
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=nan', AMBIGUOUS],
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=inf', AMBIGUOUS],
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=-nan', AMBIGUOUS],
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=+200', AMBIGUOUS],
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=2_00', AMBIGUOUS],
    ['SET_HEATER_TEMPERATURE HEATER=extruder TAR"GET"=300', HOT],
    ['SET_HEATER_TEMPERATURE HEATER=extruder TARGET=200 SPEED=1', PARAMETER],
    ['TEMPERATURE_WAIT SENSOR=extruder MINIMUM=nan', AMBIGUOUS],
    ['T0_X HE=300', AMBIGUOUS],
  ]);
});

describe('plain commands within the limits', () => {
  it.each([
    [
      'marlin-2',
      'M104 S215 T0\nM109 S215.5\nM109 R200\nM140 S60\nM190 S0060\nM141 S45\nM104 S 200\nM104 T1S0',
    ],
    ['marlin-2', 'M302 S170\nM302 S180.0\nM211 S1\nM211\nM105\nT0\nT1 S1\nT0 S1 L0 D0'],
    [
      'marlin-2',
      'G28\nG28 X0 Y0\nG28 XY\nG28 W\nG28 Z\nG28 R5\nG29\nG29 P1\nG29 A\nG29 L1\nG29 P3.2\nG34\nG27 P2',
    ],
    [
      'marlin-2',
      'G28\nM600\nM600 E30.00 U300.00 X0.00 Y0.00 Z10.00\nM125\nM207 S2 F3000 Z0.4\nG10\nG11\nG10 S1',
    ],
    [
      'marlin-2',
      'M0 Changez le filament, d\xc3\xa9j\xc3\xa0 vide\nM117 \xc3\x89tape 3\nM1 press the knob\nM486 S1\nM486 T5\nM486 S-1',
    ],
    ['prusa-mk3', 'M600 AUTO\nM701\nM702 C\nM702 U\nG28 W\nG80\nG80 N7\nTx\nTc\nM403 E0 F0\nM302 S170'],
    ['klipper', 'PRINT_START EXTRUDER=215 BED=60 CHAMBER=45 MATERIAL=PLA TOTAL_LAYER=612'],
    ['klipper', 'PRINT_START HE=215 B=60 SIZE=10_10_220_220 NOZZLE_DIAMETER=0.4 FILENAME="part 300.gcode"'],
    [
      'klipper',
      'START_PRINT BED_TEMP=60 EXTRUDER_TEMP=215 AREA_START=10,10 AREA_END=240,200 ACCEL=5000 PRINT_MAX=300,300',
    ],
    [
      'klipper',
      'SET_HEATER_TEMPERATURE HEATER=extruder TARGET=215\nTEMPERATURE_WAIT SENSOR=extruder MINIMUM=200 MAXIMUM=220',
    ],
    [
      'klipper',
      'SET_VELOCITY_LIMIT ACCEL=500 VELOCITY=300\nSET_PRESSURE_ADVANCE ADVANCE=0.04 EXTRUDER=extruder',
    ],
    [
      'klipper',
      'BED_MESH_CALIBRATE mesh_min=10,10 mesh_max=240,200 ALGORITHM=bicubic PROBE_COUNT=5,5 ADAPTIVE=0 ADAPTIVE_MARGIN=0',
    ],
    [
      'klipper',
      'BED_MESH_PROFILE LOAD=default\nQUAD_GANTRY_LEVEL\nZ_TILT_ADJUST\nPAUSE\nPRINT_END\nSKEW_PROFILE LOAD=x',
    ],
  ])('permits %s: %j', (id, content) => {
    expect(judged(content, id)).toEqual([]);
    expect(streamed(content, id)).toEqual({ found: [], sent: true });
  });
});
