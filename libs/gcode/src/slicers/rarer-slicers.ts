import type { Findings, SlicerEstimate, SlicerSettings } from './findings';
import type { Rule } from './prefix-table';
import { LIMITS, MOST_TOOLS, readDuration, readLeading, readName, readNumber } from './values';

/** The text after ` = `, `: ` or ` :` and blanks, without Skeinforge's `</…>)`. */
const figure = (rest: string): string =>
  rest
    .replace(/^[\s:=>]+/, '')
    .replace(/\s*<\/.*$/, '')
    .trim();

type List = 'filamentMm' | 'filamentGrams' | 'filamentCm3';

/** Sets one tool's figure; earlier tools without a figure use nothing. */
function put({ estimate }: Findings, list: List, tool: number, value: number | null): void {
  if (value === null || !(tool >= 0 && tool < MOST_TOOLS)) return;
  const all = estimate[list] ?? [];
  estimate[list] = Array.from({ length: Math.max(all.length, tool + 1) }, (_, at) =>
    at === tool ? value : (all[at] ?? 0),
  );
}

const seconds =
  (factor = 1): Rule<Findings>[1] =>
  ({ estimate }, rest) => {
    const value = readLeading(figure(rest), LIMITS.seconds / factor);
    if (value !== null && value > 0) estimate.seconds ??= Math.round(value * factor * 10) / 10;
  };
const MINUTE = 60;

const setting =
  <K extends keyof SlicerSettings>(
    key: K,
    read: (text: string) => SlicerSettings[K] | null,
  ): Rule<Findings>[1] =>
  ({ settings }, rest) => {
    const value = read(figure(rest));
    if (value !== null) settings[key] ??= value;
  };
const estimated =
  <K extends keyof SlicerEstimate>(key: K, read: (text: string) => SlicerEstimate[K]): Rule<Findings>[1] =>
  ({ estimate }, rest) => {
    estimate[key] ??= read(figure(rest));
  };

/** 0 leaves it to another setting. */
const height = (text: string): number | null => readLeading(text, LIMITS.millimetres) || null;
const one = (most: number) => (text: string) => {
  const value = readLeading(text, most);
  return value === null ? null : [value];
};
const diameter = (text: string): number[] | null => {
  const value = readLeading(text, LIMITS.millimetres);
  return value !== null && value >= 1 && value <= 5 ? [value] : null;
};
const names = (text: string): string[] | null => {
  const name = readName(text);
  return name === null ? null : [name];
};

/** `; Ext #1  =  0.10 mm  (0.001 cm^3)`, and without `#` before version 1.5. */
function kisslicerFilament(found: Findings, rest: string): void {
  const [, tool, length, volume] = /^#?(\d{1,2})\s*=\s*([\d.]+) ?mm\s*\(([\d.]+) ?cm/.exec(rest) ?? [];
  put(found, 'filamentMm', Number(tool) - 1, readNumber(length ?? '', LIMITS.filamentMm));
  put(found, 'filamentCm3', Number(tool) - 1, readNumber(volume ?? '', LIMITS.cm3));
}

/** `; first_layer_C = 255` is another's `first_layer_temperature`. */
const kisslicer: readonly Rule<Findings>[] = [
  // Version 2.0 writes it twice: the later, calculated value is more exact.
  ['Calculated-during-export Build Time', seconds(MINUTE)],
  ['Estimated Build Time', seconds(MINUTE)],
  ['Estimated-in-GUI Build Time', seconds(MINUTE)],
  ['Ext ', kisslicerFilament],
  ['printer_name = ', setting('printerModel', readName)],
  ['material_name = ', setting('filamentTypes', names)],
  ['layer_thickness_mm = ', setting('layerHeight', height)],
  ['first_layer_thickness_mm = ', setting('firstLayerHeight', height)],
  ['temperature_C = ', setting('nozzleTemperatures', one(LIMITS.celsius))],
  ['first_layer_C = ', setting('firstLayerNozzleTemperatures', one(LIMITS.celsius))],
  ['bed_C = ', setting('bedTemperature', (text) => readNumber(text, LIMITS.celsius))],
];

/** `;Material#1 Used: 868.0`, `;Filament Diameter #1: 1.75`, `;Dimension: 305.0 305.0 605.0 0.4 0.4`. */
const ideaMaker: readonly Rule<Findings>[] = [
  ['Print Time: ', estimated('seconds', readDuration)],
  [
    'Material#',
    (found, rest) => {
      const [, tool, length] = /^(\d{1,2}) Used:\s*([\d.]+)/.exec(rest) ?? [];
      put(found, 'filamentMm', Number(tool) - 1, readNumber(length ?? '', LIMITS.filamentMm));
    },
  ],
  ['Filament Diameter #1', setting('filamentDiameters', diameter)],
  [
    'Filament Type #',
    ({ settings }, rest) => {
      const [, tool, name] = /^(\d{1,2}):\s*(.+)$/.exec(rest) ?? [];
      const index = Number(tool) - 1;
      if (!name || !(index >= 0 && index < MOST_TOOLS)) return;
      const all = settings.filamentTypes ?? [];
      settings.filamentTypes = Array.from({ length: Math.max(all.length, index + 1) }, (_, at) =>
        at === index ? (readName(name) ?? '') : (all[at] ?? ''),
      );
    },
  ],
  ['Dimension: ', setting('nozzleDiameters', (text) => one(5)(text.split(/\s+/)[3] ?? ''))],
];

/** Cura until 15, whose head people could change. */
const earlyCura: readonly Rule<Findings>[] = [
  [
    'Print time: ',
    ({ estimate }, rest) => {
      // Hours and minutes (Cura/util/sliceEngine.py, getPrintTime); Fusion writes 1h:20m:36s.
      const [, hours, minutes] = /^(\d{1,4}):(\d\d)$/.exec(rest.trim()) ?? [];
      const read = hours
        ? Number(hours) * 3600 + Number(minutes) * 60
        : readDuration(rest.replaceAll(':', ''));
      if (read) estimate.seconds ??= read;
    },
  ],
  [
    'Basic settings: ',
    ({ settings }, rest) => {
      settings.layerHeight ??= height(/Layer height: ([\d.]+)/.exec(rest)?.[1] ?? '');
    },
  ],
  ['Layer count: ', estimated('layers', (text) => readNumber(text, LIMITS.layers))],
];

const matterSlice: readonly Rule<Findings>[] = [
  ['total print time (s)', seconds()],
  [
    'filament used extruder ',
    (found, rest) => {
      const [, tool, length] = /^(\d{1,2}) \(mm\) = ([\d.]+)/.exec(rest) ?? [];
      put(found, 'filamentMm', Number(tool) - 1, readNumber(length ?? '', LIMITS.filamentMm));
    },
  ],
  ['layerThickness = ', setting('layerHeight', height)],
  ['firstLayerThickness = ', setting('firstLayerHeight', height)],
];

/** `; z_layer_height_mm : \t0.28`. */
const iceSl: readonly Rule<Findings>[] = [
  ['estimated_print_time_s ', seconds()],
  ['filament_used_mm ', estimated('filamentMm', one(LIMITS.filamentMm))],
  ['filament_used_g ', estimated('filamentGrams', one(LIMITS.grams))],
  ['layer_count ', estimated('layers', (text) => readNumber(text, LIMITS.layers))],
  ['z_layer_height_mm ', setting('layerHeight', height)],
  ['z_layer_height_first_layer_mm ', setting('firstLayerHeight', height)],
  ['nozzle_diameter_mm_0 ', setting('nozzleDiameters', one(LIMITS.millimetres))],
  ['filament_diameter_mm_0 ', setting('filamentDiameters', diameter)],
  ['filament_type ', setting('filamentTypes', names)],
  ['extruder_temp_degree_c_0 ', setting('nozzleTemperatures', one(LIMITS.celsius))],
  ['bed_temp_degree_c ', setting('bedTemperature', (text) => readNumber(text, LIMITS.celsius))],
];

/** `(<layerThickness> 0.35 </layerThickness>)`: Skeinforge writes all its comments in parentheses. */
const skeinforge: readonly Rule<Findings>[] = [
  ['(<layerThickness> ', setting('layerHeight', height)],
  ['(<layerHeight> ', setting('layerHeight', height)],
  ['(<perimeterWidth> ', setting('lineWidth', height)],
  ['(<edgeWidth> ', setting('lineWidth', height)],
];

/** Creality Print 4, which is nearly Cura. */
const creality: readonly Rule<Findings>[] = [
  ['Machine Name:', setting('printerModel', readName)],
  ['Material Type:', setting('filamentTypes', names)],
  ['Filament Weight:', estimated('filamentGrams', one(LIMITS.grams))],
];

/** `;Extruder 1 material used: 1811mm`. */
const fusion: readonly Rule<Findings>[] = [
  [
    'Extruder ',
    (found, rest) => {
      const [, tool, length] = /^(\d{1,2}) material used: ([\d.]+)mm/.exec(rest) ?? [];
      put(found, 'filamentMm', Number(tool) - 1, readNumber(length ?? '', LIMITS.filamentMm));
    },
  ],
];

/** Rules for slicers that are older or rarer than those of `estimate-rules.ts` and `settings-rules.ts`. */
export const rarerRules: readonly Rule<Findings>[] = [
  ...[...kisslicer, ...ideaMaker, ...earlyCura, ...matterSlice, ...iceSl, ...skeinforge],
  ...[...creality, ...fusion],
];
