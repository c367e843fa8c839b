import type { Findings, SlicerEstimate } from './findings';
import type { Rule } from './prefix-table';
import { LIMITS, MOST_TOOLS, readDuration, readLeading, readNumber, readNumbers } from './values';

type Key = keyof SlicerEstimate;
type Read<K extends Key> = (text: string) => SlicerEstimate[K];

/** Keeps the first valid figure. */
const keep =
  <K extends Key>(key: K, read: Read<K>): Rule<Findings>[1] =>
  (found, rest) => {
    found.estimate[key] ??= read(figureIn(rest));
  };

/** The text after ` = `, ` : ` or `: `; Kiri:Moto ends its lines with ` ---`. */
function figureIn(rest: string): string {
  const figure = rest.replace(/^\s*[:=]/, '').trim();
  return figure.endsWith('---') ? figure.slice(0, -3).trimEnd() : figure;
}

const lengths: Read<'filamentMm'> = (text) => readNumbers(text, LIMITS.filamentMm);
const grams: Read<'filamentGrams'> = (text) => readNumbers(text, LIMITS.grams);
const volumes: Read<'filamentCm3'> = (text) => readNumbers(text, LIMITS.cm3);
const one =
  (most: number, factor = 1) =>
  (text: string): number[] | null => {
    const value = readLeading(text, most);
    return value === null ? null : [value * factor];
  };
const cost: Read<'cost'> = (text) => readNumber(text, LIMITS.cost);
const layers: Read<'layers'> = (text) => {
  const value = readNumber(text, LIMITS.layers);
  return Number.isInteger(value) ? value : null;
};

/** Bambu Studio says the time of the model and that of the print, including preparation, on one line. */
const totalTime: Read<'seconds'> = (text) =>
  readDuration(/total estimated time: ([^;]+)/.exec(text)?.[1] ?? '');

const plainSeconds: Read<'seconds'> = (text) => readNumber(text, LIMITS.seconds);

/** CuraEngine writes these while it does not know the values yet (CuraEngine src/gcodeExport.cpp, getFileHeader). */
const UNKNOWN_SECONDS = 6666;
const UNKNOWN_FILAMENT = '0m';

/** `1.23m, 0.4m` a tool, `2.491m 7.0g` until Cura 15, or `123mm3` where E is volumetric (CuraEngine src/gcodeExport.cpp, getFileHeader). */
function curaFilament({ estimate }: Findings, rest: string): void {
  if (rest.trim() === UNKNOWN_FILAMENT) {
    if (estimate.seconds === UNKNOWN_SECONDS) estimate.seconds = null;
    return;
  }
  const used = rest.trim().split(/, /);
  const values = used.map((text) => readLeading(text, LIMITS.filamentMm) ?? Number.NaN);
  if (used.length > MOST_TOOLS || values.some(Number.isNaN)) return;
  if (used.every((text) => text.endsWith('mm3')))
    estimate.filamentCm3 ??= values.map((value) => value / 1000);
  else if (used.every((text) => /^[\d.,]+m\b/.test(text))) estimate.filamentMm ??= values.map(metres);
  const grams = /^[\d.]+m ([\d.]+)g$/.exec(rest.trim())?.[1];
  if (grams) estimate.filamentGrams ??= one(LIMITS.grams)(grams);
}

const metres = (value: number): number => Math.round(value * 1e9) / 1e6;

/** Slic3r writes `2481.7mm (5.6cm3)` and `7.0g`, a line for each tool; MatterSlice `257.6`, for all of them. */
function slic3rFilament({ estimate }: Findings, rest: string): void {
  const weight = readNumber(/^\s*([\d.]+)g$/.exec(rest)?.[1] ?? '', LIMITS.grams);
  if (weight !== null && (estimate.filamentGrams?.length ?? 0) < MOST_TOOLS)
    estimate.filamentGrams = [...(estimate.filamentGrams ?? []), weight];
  const bare = readNumber(rest, LIMITS.filamentMm);
  if (bare !== null) estimate.filamentMm ??= [bare];
  const match = /^\s*([\d.]+)mm \(([\d.]+)cm3\)/.exec(rest);
  const length = readNumber(match?.[1] ?? '', LIMITS.filamentMm);
  const volume = readNumber(match?.[2] ?? '', LIMITS.cm3);
  if (length === null || volume === null || (estimate.filamentMm?.length ?? 0) >= MOST_TOOLS) return;
  estimate.filamentMm = [...(estimate.filamentMm ?? []), length];
  estimate.filamentCm3 = [...(estimate.filamentCm3 ?? []), volume];
}

/** `;EXTRUDER_TRAIN.0.MATERIAL.VOLUME_USED:2911`, mm³. */
function griffinVolume(found: Findings, rest: string): void {
  const match = /^(\d{1,2})\.MATERIAL\.VOLUME_USED:([\d.]+)$/.exec(rest.trim());
  const tool = Number(match?.[1] ?? '99');
  const volume = readNumber(match?.[2] ?? '', LIMITS.cm3 * 1000);
  if (tool >= MOST_TOOLS || volume === null) return;
  const all = found.estimate.filamentCm3 ?? [];
  found.estimate.filamentCm3 = Array.from({ length: Math.max(all.length, tool + 1) }, (_, index) =>
    index === tool ? volume / 1000 : (all[index] ?? 0),
  );
}

/** `;MATERIAL:63794` and `;MATERIAL2:0`, mm³ of the first and the second tool. */
function ultimakerVolume(tool: 0 | 1): Rule<Findings>[1] {
  return ({ estimate }, rest) => {
    const volume = readNumber(rest, LIMITS.cm3 * 1000);
    if (volume === null || (tool === 1 && volume === 0)) return;
    estimate.filamentCm3 = [...(estimate.filamentCm3 ?? []).slice(0, tool), volume / 1000];
  };
}

/** The slicers' estimates of the print. */
export const estimateRules: readonly Rule<Findings>[] = [
  ['estimated printing time (normal mode)', keep('seconds', readDuration)],
  ['estimated printing time =', keep('seconds', readDuration)],
  ['estimated first layer printing time (normal mode)', keep('firstLayerSeconds', readDuration)],
  ['model printing time', keep('seconds', totalTime)],
  ['total estimated time', keep('seconds', readDuration)],
  ['TIME:', keep('seconds', plainSeconds)],
  ['PRINT.TIME:', keep('seconds', plainSeconds)],
  ['Build time', keep('seconds', readDuration)],
  ['Build Time', keep('seconds', readDuration)],
  ['print time', keep('seconds', readDuration)],

  ['filament used [mm]', keep('filamentMm', lengths)],
  ['total filament length [mm]', keep('filamentMm', lengths)],
  ['filament_length_m', keep('filamentMm', one(LIMITS.filamentMm, 1000))],
  // Creality Print writes no blank.
  ['Filament used:', curaFilament],
  ['Filament length', keep('filamentMm', one(LIMITS.filamentMm))],
  ['Material Length', keep('filamentMm', one(LIMITS.filamentMm))],
  ['filament used: ', keep('filamentMm', one(LIMITS.filamentMm))],
  ['filament used =', slic3rFilament],

  // UltiGCode: mm³ (CuraEngine src/gcodeExport.cpp, getFileHeader). Others write names of materials there.
  ['MATERIAL:', ultimakerVolume(0)],
  ['MATERIAL2:', ultimakerVolume(1)],

  ['filament used [g]', keep('filamentGrams', grams)],
  ['total filament weight [g]', keep('filamentGrams', grams)],
  // From Cura start scripts that request it: `;Filament weight = [12.3, 4.5]`.
  ['Filament weight = ', keep('filamentGrams', (text) => grams(/^\[([^\]]*)\]/.exec(text)?.[1] ?? text))],
  ['filament mass_g', keep('filamentGrams', one(LIMITS.grams))],
  ['Plastic weight', keep('filamentGrams', one(LIMITS.grams))],
  ['Material Weight', keep('filamentGrams', one(LIMITS.grams))],

  ['filament used [cm3]', keep('filamentCm3', volumes)],
  ['total filament volume [cm^3]', keep('filamentCm3', volumes)],
  ['Plastic volume', keep('filamentCm3', one(LIMITS.cm3 * 1000, 1e-3))],
  ['Material Volume', keep('filamentCm3', one(LIMITS.cm3 * 1000, 1e-3))],
  ['EXTRUDER_TRAIN.', griffinVolume],

  ['total filament cost', keep('cost', cost)],
  ['Material cost', keep('cost', cost)],
  ['Material Cost', keep('cost', cost)],
  ['total layers count', keep('layers', layers)],
  ['total layer number', keep('layers', layers)],
  ['LAYER_COUNT:', keep('layers', layers)],
  [
    'filament: ',
    (found, rest) => {
      found.usedFilaments ??= readNumbers(rest, MOST_TOOLS);
    },
  ],
];
