import type { AxisLimits, Findings, MachineLimits, SlicerSettings } from './findings';
import type { Rule } from './prefix-table';
import { LIMITS, readLeading, readName, readNames, readNumber, readNumbers } from './values';

type Key = keyof SlicerSettings;

const keep = <K extends Key>(
  prefix: string,
  key: K,
  read: (text: string) => SlicerSettings[K],
): Rule<Findings> => [
  prefix,
  (found, rest) => {
    found.settings[key] ??= read(rest);
  },
];

const celsius = (text: string): number[] | null => readNumbers(text, LIMITS.celsius);
const firstCelsius = (text: string): number | null => celsius(text)?.[0] ?? null;
const height = (text: string): number | null => readLeading(text, LIMITS.millimetres);
/** 0 and shares of the nozzle leave it to the slicer. */
const lineWidth = (text: string): number | null => {
  if (text.includes('%')) return null;
  const value = readLeading(text, LIMITS.millimetres);
  return value !== null && value > 0 && value < 5 ? value : null;
};
/** A height given as a share of another is not a value. */
const wholeHeight = (text: string): number | null => readNumber(text, LIMITS.millimetres);
const diameters = (text: string): number[] | null => readNumbers(text, LIMITS.millimetres);
/** Filament of 1.75, 2.85 or 3 mm; other diameters are mistakes. */
const filament = (text: string): number[] | null => {
  const list = diameters(text);
  return list?.every((value) => value >= 1 && value <= 5) ? list : null;
};
const oneDiameter = (text: string): number[] | null => {
  const value = readLeading(text, LIMITS.millimetres);
  return value === null ? null : [value];
};
const firstWord = (text: string): string[] | null => readNames(text.trim().split(' ')[0] ?? '');

/** Lists hold the normal mode first, then the silent one (PrusaSlicer src/libslic3r/PrintConfig.cpp). */
const normalMode = (text: string): number | null => readNumbers(text, LIMITS.motion)?.[0] ?? null;

type AxisGroup = 'acceleration' | 'feedrate' | 'jerk';
const AXES: readonly (keyof AxisLimits)[] = ['x', 'y', 'z', 'e'];
const perAxis = (key: string, group: AxisGroup): Rule<Findings>[] =>
  AXES.map((axis) => [
    `machine_max_${key}_${axis} = `,
    (found, rest) => {
      found.limits()[group][axis] ??= normalMode(rest);
    },
  ]);
const limit = (key: string, name: Exclude<keyof MachineLimits, AxisGroup>): Rule<Findings> => [
  `machine_max_${key} = `,
  (found, rest) => {
    found.limits()[name] ??= normalMode(rest);
  },
];

/** The slicers' settings: the configuration at the end of the file, or the header of other slicers. */
export const settingsRules: readonly Rule<Findings>[] = [
  keep('printer_model = ', 'printerModel', readName),
  keep('TARGET_MACHINE.NAME:', 'printerModel', readName),
  keep('Target: ', 'printerModel', readName),
  keep('gcode_flavor = ', 'flavour', readName),
  [
    'FLAVOR:',
    (found, rest) => {
      found.settings.flavour ??= readName(rest);
      // CuraEngine src/gcodeExport.cpp, setFlavor: `is_volumetric`; flavorToString: `Marlin(Volumetric)`.
      if (/^\s*UltiGCode\b|volumetric/i.test(rest)) found.settings.volumetric = true;
    },
  ],
  [
    'use_volumetric_e = ',
    (found, rest) => {
      if (rest.trim() === '1') found.settings.volumetric = true;
    },
  ],
  keep('external perimeters extrusion width = ', 'lineWidth', lineWidth),
  keep('outer_wall_line_width = ', 'lineWidth', lineWidth),
  keep('extrusionWidth = ', 'lineWidth', lineWidth),
  keep('extrusion_width = ', 'lineWidth', lineWidth),
  keep('extrusion_width_mm = ', 'lineWidth', lineWidth),
  keep('extruderWidth,', 'lineWidth', lineWidth),
  keep('MATERIAL_DIAMETER', 'filamentDiameters', (text) => filament(text.replace(/^[\s:=,]+/, ''))),
  keep('filament_diameter = ', 'filamentDiameters', filament),
  keep('filament_diameter: ', 'filamentDiameters', filament),
  keep('filamentDiameters,', 'filamentDiameters', (text) => filament(text.replaceAll('|', ','))),
  keep('filamentDiameter = ', 'filamentDiameters', filament),
  keep('fiber_dia_mm = ', 'filamentDiameters', filament),
  keep('layer_height = ', 'layerHeight', height),
  keep('Layer height:', 'layerHeight', height),
  keep('layerHeight,', 'layerHeight', height),
  keep('sliceHeight = ', 'layerHeight', height),
  keep('first_layer_height = ', 'firstLayerHeight', wholeHeight),
  keep('initial_layer_print_height = ', 'firstLayerHeight', wholeHeight),
  keep('firstSliceHeight = ', 'firstLayerHeight', wholeHeight),
  keep('nozzle_diameter = ', 'nozzleDiameters', diameters),
  keep('NOZZLE_DIAMETER:', 'nozzleDiameters', diameters),
  keep('Nozzle diameter = ', 'nozzleDiameters', oneDiameter),
  keep('extruderDiameter,', 'nozzleDiameters', diameters),
  keep('nozzleDiameter,', 'nozzleDiameters', diameters),
  keep('filament_type = ', 'filamentTypes', readNames),
  keep('Filament type = ', 'filamentTypes', firstWord),
  keep('printMaterial,', 'filamentTypes', readNames),
  keep('temperature = ', 'nozzleTemperatures', celsius),
  keep('nozzle_temperature = ', 'nozzleTemperatures', celsius),
  keep('outputTemp = ', 'nozzleTemperatures', celsius),
  keep('first_layer_temperature = ', 'firstLayerNozzleTemperatures', celsius),
  keep('nozzle_temperature_initial_layer = ', 'firstLayerNozzleTemperatures', celsius),
  keep('firstLayerNozzleTemp = ', 'firstLayerNozzleTemperatures', celsius),
  keep('bed_temperature = ', 'bedTemperature', firstCelsius),
  keep('outputBedTemp = ', 'bedTemperature', firstCelsius),
  keep('first_layer_bed_temperature = ', 'firstLayerBedTemperature', firstCelsius),
  keep('firstLayerBedTemp = ', 'firstLayerBedTemperature', firstCelsius),
  keep('BUILD_PLATE.INITIAL_TEMPERATURE:', 'firstLayerBedTemperature', firstCelsius),
  ...perAxis('acceleration', 'acceleration'),
  ...perAxis('feedrate', 'feedrate'),
  ...perAxis('speed', 'feedrate'),
  ...perAxis('jerk', 'jerk'),
  limit('acceleration_extruding', 'extruding'),
  limit('acceleration_retracting', 'retracting'),
  limit('acceleration_travel', 'travel'),
  limit('junction_deviation', 'junctionDeviation'),
];
