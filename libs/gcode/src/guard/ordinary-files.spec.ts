import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultProfilesDirectory, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { type Finding, GcodeAnalyser, judge } from '..';

const profiles = [...loadProfiles(defaultProfilesDirectory).values()];
const MACHINE = {
  sizeMm: { x: 250, y: 210, z: 210 },
  maxNozzleC: null,
  maxBedC: null,
  maxChamberC: 60,
  allowed: [],
};

/** Each profile's findings for a file, except commands that are only left out: `profile: line code`. */
function refusals(content: string | Buffer, ids = profiles.map(({ id }) => id)): string[] {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(content));
  const { guard } = analyser.end();
  const said = (id: string, { line, code, command }: Finding) => `${id}: ${line} ${code} ${command}`;
  return profiles
    .filter(({ id }) => ids.includes(id))
    .flatMap((profile) =>
      judge(guard, guardPolicyOf(profile, MACHINE))
        .filter(({ severity }) => severity === 'refuse')
        .map((finding) => said(profile.id, finding)),
    );
}

const folder = 'test/fixtures/gcode';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.gcode') && statSync(join(folder, name)).isFile(),
);

/** Kiri:Moto takes the place where homing ends for the corner: on a CORE One X homes at its far end. */
const elsewhere = (name: string): string[] => (name.endsWith('kirimoto.gcode') ? ['prusa-buddy'] : []);

describe('ordinary files', () => {
  it.each(files)('%s passes everywhere', (name) => {
    const ids = profiles.map(({ id }) => id).filter((id) => !elsewhere(name).includes(id));
    expect(refusals(readFileSync(join(folder, name)), ids)).toEqual([]);
  });
});

/** Start, layer and end scripts as slicers write them by default, each with a few moves between. */
const scripts: Record<string, { readonly text: string; readonly only?: readonly string[] }> = {
  'PrusaSlicer for an MK3S': {
    text: `M73 P0 R54
M73 Q0 S55
M201 X1000 Y1000 Z200 E5000
M203 X200 Y200 Z12 E120
M204 P1250 R1250 T1250
M205 X8.00 Y8.00 Z0.40 E4.50
M205 S0 T0
M862.3 P "MK3S"
M862.1 P0.4
M115 U3.13.3
G90
M83
M104 S215
M140 S60
M190 S60
M109 S215
G28 W
G80
G1 Z0.2 F720
G1 Y-3 F1000
G92 E0
G1 X60 E9 F1000
G1 X100 E12.5 F1000
G92 E0
M221 S95
M900 K0.05
G21
M107
G1 Z.4 F9000
G1 X95 Y90 E.3
M106 S255
M600
M73 P50 R27
G4
M221 S100
M900 K0
M104 S0
M140 S0
M107
G1 X0 Y200 F3600
M84`,
  },
  'PrusaSlicer for an MK3S with MMU': {
    text: `M862.3 P "MK3SMMU2S"
G28 W
G80
M403 E0 F0
Tx
M109 S215
Tc
G1 Y-3.0 F1000.0
G1 X55.0 E29.0 F1073.0
M907 E538
M702 C
M84`,
    only: ['prusa-mk3'],
  },
  'PrusaSlicer for an MK4': {
    text: `M17
M862.1 P0.4
M862.3 P "MK4"
M862.5 P2
M862.6 P"Input shaper"
M115 U6.0.1+14794
M555 X100 Y90 W30 H30
G90
M83
M140 S60
M104 T0 S170
M109 T0 S170
M84 E
G28
G1 X42 Y-4 Z5 F4800
M302 S160
G1 E-2 F2400
M84 E
G29 P9 X10 Y-4 W32 H4
G29 P1 X30 Y0 W50 H20 C
G29 P3.2
G29 P3.13
G29 A
G0 X0 Y-4 Z15 F4800
M106 S100
M569 S0 E
M591 S0
G92 E0
M572 S0.036
M593 X T2 F62
M142 S36
M486 S0
M486 ACube_M3.stl id:0 copy 0
G1 X100 Y90 Z0.2 E1
M486 S-1
M221 S100
G1 X241 Y170 F3600
M84 X Y E`,
    // Prusa-Firmware 3.x is not asked to print for an MK4, nor does it take names of objects with M3 in them.
    only: profiles.map(({ id }) => id).filter((id) => id !== 'prusa-mk3'),
  },
  'Cura for an Ender-3': {
    text: `M140 S60
M105
M190 S60
M104 S200
M105
M109 S200
M82
M201 X500.00 Y500.00 Z100.00 E5000.00
M203 X500.00 Y500.00 Z10.00 E50.00
M204 P500.00 R1000.00 T500.00
M205 X8.00 Y8.00 Z0.40 E5.00
M220 S100
M221 S100
G28
M420 S1
G92 E0
G1 Z2.0 F3000
G1 X-2.1 Y20 Z0.28 F5000.0
M109 S200
G1 X-2.1 Y145.0 Z0.28 F1500.0 E15
G1 X-2.4 Y145.0 Z0.28 F5000.0
G92 E0
G1 Z2.0 F3000
M117 Printing "part" (G28, 50%)
G1 X100 Y100 Z0.28 E20
G91
G1 E-2 F2700
G1 E-2 Z0.2 F2400
G1 X5 Y5 F3000
G1 Z10
G90
G1 X0 Y210
M106 S0
M104 S0
M140 S0
M84 X Y E`,
  },
  'OrcaSlicer for Marlin': {
    text: `M413 S0
M106 P3 S255
M141 S45
M191 S45
G29
M500
M501
M420 S1 Z2
M412 S1
M851 Z-1.2
G26 H200 B60
M204 S1500
M205 X9 Y9
M486 T2
M486 AGear.stl_id_0_copy_0
M486 S0
M117 Layer 1/99
M600
M106 P2 S0
M900 K0.02
M593 F40
M107`,
    only: ['marlin-1', 'marlin-2', 'marlin-2-advanced-ok'],
  },
  'OrcaSlicer for Klipper': {
    text: `EXCLUDE_OBJECT_DEFINE NAME=Cube_id_0_copy_0 CENTER=100,100 POLYGON=[[90,90],[110,90],[110,110],[90,110],[90,90]]
M190 S60
M109 S215
PRINT_START EXTRUDER=215 BED=60
SET_VELOCITY_LIMIT ACCEL=5000 ACCEL_TO_DECEL=2500
SET_PRESSURE_ADVANCE ADVANCE=0.04 EXTRUDER=extruder
SET_PRINT_STATS_INFO TOTAL_LAYER=99
EXCLUDE_OBJECT_START NAME=Cube_id_0_copy_0
G1 X100 Y100 Z0.2 E1
EXCLUDE_OBJECT_END NAME=Cube_id_0_copy_0
SET_PRINT_STATS_INFO CURRENT_LAYER=2
TIMELAPSE_TAKE_FRAME
M117 50%
SET_FAN_SPEED FAN=aux SPEED=0.5
PAUSE
PRINT_END`,
    only: ['klipper'],
  },
  'SuperSlicer, Slic3r and Simplify3D': {
    text: `G90
M82
M106 S0
M140 S60
M190 S60
M104 S200 T0
M109 S200 T0
T0
G28
G28 X0 Y0
G28 Z0
M200 D0
M207 S2 F3000
M208 S0
G10
G11
G92 E0
G1 X5 Y5 Z0.5 F3000
G92 X5 Y5
G92 X5 Y5 Z0.5 E0
M108
M110 N0
M116
G4 S1
G1 X190 Y20 F200
M1 press the knob
M240
M300 S440 P200
M104 S0
M140 S0
M84`,
  },
  'PrusaSlicer for a MINI': {
    text: `G90
M83
M104 S170
M140 S60
M109 R170
M190 S60
M569 S1 X Y
M204 T1250
G28
G29
M104 S215
G92 E0
G1 Y-2 X179 F2400
G1 Z3 F720
M109 S215
G1 X170 F1000
G1 Z0.2 F720
G1 X110 E8 F900
G92 E0
M221 S95
G1 E-1 F2100
M84 X Y E`,
  },
  'Cura with a filament change, a pause and an end script': {
    text: `G21
G28 X0 Y0
G28 Z0
G1 Z15.0 F9000
G92 E0
G1 F200 E3
G92 E0
M600 E30.00 U300.00 X0.00 Y0.00 Z10.00
M83
G1 F300 Z16
G1 F9000 X190 Y190
M104 S200
M0 Change it
M109 S200
M82
G92 E12.5
G1 X100 Y100 Z10
G91
G1 E-1 F300
G1 Z+0.5 E-5 X-20 Y-20 F9000
G28 X0 Y0
M84
G90`,
  },
  'unified bed levelling, and homing what is not homed': {
    text: `G28 O
G29 A
G29 L0
G29 F10
G29 J
M420 L0 S1 Z10 V
G28 X Y
G28 XY Z
G28 X0.000 Y0.0
G1 X10 Y10 Z5 F3000
G92 E0.0000
M605 S1
M605 S2 R0
G27
G34`,
  },
  'start scripts of Klipper machines': {
    text: `M140 S0
M104 S0
START_PRINT EXTRUDER_TEMP=220 BED_TEMP=60
print_start EXTRUDER=250 BED=110 CHAMBER=45 MATERIAL=ABS NOZZLE=0.4 LAYER_COUNT=900
PRINT_START BED=60 HOTEND=220 CHAMBER=0 EXTRUDER=0
PRINT_START TOOL_TEMP=220 EXTRUDER_TEMP=220 BED_TEMP=60 TOOL=0 SIZE=10.5_10.5_239.5_199.5 FILAMENT_TYPE="PLA+ 2" INITIAL_TOOL=0
START_PRINT AREA_START=20.5,20.5 AREA_END=200,180 PRINT_MIN=20,20 PRINT_MAX=240,200 FL_SIZE=0_0_300_300 TOTAL_LAYER_COUNT=650 PRINT_TIME=900
BED_MESH_CALIBRATE ADAPTIVE=1
BED_MESH_PROFILE LOAD=default
SET_HEATER_TEMPERATURE HEATER="heater_bed" TARGET=60
SET_RETRACTION RETRACT_LENGTH=0.5
SET_VELOCITY_LIMIT ACCEL=500 SQUARE_CORNER_VELOCITY=5
G1 X100 Y100 Z0.2 E1
SET_PRINT_STATS_INFO TOTAL_LAYER=650
EXCLUDE_OBJECT_START NAME=M110_bracket_id_0
G1 X110 Y100 E1
EXCLUDE_OBJECT_END NAME=M110_bracket_id_0
G91
G1 X5 Y5 Z10
G90
END_PRINT`,
    only: ['klipper'],
  },
  'ArcWelder on a spiral': {
    text: `G28
G1 X100 Y100 Z0.2
G2 X110 Y110 I10 J0 E.5
G3 X100.5 Y100.25 Z0.4 I-5 J-5 E.3
G2 X100.5 Y100.25 I10 E1
G17`,
  },
};

describe('start scripts of slicers', () => {
  it.each(Object.keys(scripts))('%s passes', (name) => {
    const { text, only } = scripts[name] ?? { text: '' };
    expect(refusals(`${text}\n${'G1 X100 Y100\n'.repeat(60)}`, only && [...only])).toEqual([]);
  });

  it('contain commands that would change the board: these are left out, and the file is not refused', () => {
    const analyser = new GcodeAnalyser();
    analyser.push(Buffer.from(`${scripts['OrcaSlicer for Marlin']?.text}\n`));
    const { guard } = analyser.end();
    const marlin = profiles.find(({ id }) => id === 'marlin-2');
    if (!marlin) throw new Error('no marlin-2');
    const stripped = judge(guard, guardPolicyOf(marlin, MACHINE)).filter(
      ({ severity }) => severity === 'strip',
    );
    expect(stripped.map(({ command }) => command)).toEqual([
      ...['M500', 'M501', 'M851 Z-1.2', 'M486 AGear.stl_id_0_copy_0'],
    ]);
  });
});
