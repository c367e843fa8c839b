import type { EquipmentSettings, Findings } from './findings';
import type { Rule } from './prefix-table';
import { LIMITS, readName, readNumbers } from './values';

/** On Rockwell's scale, no steel is harder. */
const HARDEST_HRC = 100;

const keep = <K extends keyof EquipmentSettings>(
  prefix: string,
  key: K,
  read: (text: string) => EquipmentSettings[K],
): Rule<Findings> => [
  prefix,
  ({ settings: { equipment } }, rest) => {
    equipment[key] ??= read(rest);
  },
];

/** Turned on by a 1 for any filament. */
const turnOn = (prefix: string, key: 'plateIsChosen' | 'chamberIsHeated'): Rule<Findings> => [
  prefix,
  ({ settings: { equipment } }, rest) => {
    if (readNumbers(rest, 1)?.includes(1)) equipment[key] = true;
  },
];

const celsius = (text: string): number[] | null => readNumbers(text, LIMITS.celsius);

/**
 * What slicers write of the machine's equipment. PrusaSlicer src/libslic3r/PrintConfig.cpp: `filament_abrasive`,
 * `chamber_minimal_temperature`; Bambu Studio and OrcaSlicer, the same file: `required_nozzle_HRC`, `curr_bed_type`,
 * `support_multi_bed_types`, `activate_chamber_temp_control`; Cura's head for Griffin: `BUILD_PLATE.TYPE`,
 * `BUILD_VOLUME.TEMPERATURE`.
 */
export const equipmentRules: readonly Rule<Findings>[] = [
  keep(
    'filament_abrasive = ',
    'abrasive',
    (text) => readNumbers(text, 1)?.map((value) => value === 1) ?? null,
  ),
  keep('required_nozzle_HRC = ', 'nozzleHardness', (text) => readNumbers(text, HARDEST_HRC)),
  keep('curr_bed_type = ', 'plate', readName),
  turnOn('support_multi_bed_types = ', 'plateIsChosen'),
  [
    'BUILD_PLATE.TYPE:',
    ({ settings: { equipment } }, rest) => {
      equipment.plate ??= readName(rest);
      equipment.plateIsChosen = true;
    },
  ],
  keep('chamber_temperature = ', 'chamberCelsius', celsius),
  keep('chamber_temperatures = ', 'chamberCelsius', celsius),
  turnOn('activate_chamber_temp_control = ', 'chamberIsHeated'),
  keep('chamber_minimal_temperature = ', 'leastChamberCelsius', celsius),
  keep('BUILD_VOLUME.TEMPERATURE:', 'leastChamberCelsius', celsius),
];
