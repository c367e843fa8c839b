import type { Micrometres } from '@pandafab/shared';
import { isPrintedAt, isSameMaterial, isSameName } from './material-names';

/** What a file says of the material of one of its tools. */
export interface FileMaterial {
  /** As its slicer was set; null where the file does not say. */
  readonly name: string | null;
  /** What the nozzle is heated to: at the first layer, at most. Empty where the file heats none. */
  readonly nozzleCelsius: readonly number[];
  readonly bedCelsius: number | null;
}

/** What is asked for, beside what the file says. */
export interface MaterialWish {
  /** Null: what the file is made for. */
  readonly material: string | null;
  /** What the person knew the file to be made for when they asked for another; null: they were not asked. */
  readonly insteadOf: string | null;
}

/**
 * Can this material be printed by what the file says? The slicer's word counts; without it, its temperatures. A file that
 * says neither fits all; a material that nobody here knows fits no temperatures.
 */
export function fitsFile(file: FileMaterial | undefined, material: string): boolean {
  if (!file) return true;
  if (file.name !== null) return isSameMaterial(file.name, material);
  if (file.nozzleCelsius.length === 0) return true;
  return isPrintedAt(material, file.nozzleCelsius, file.bedCelsius) ?? false;
}

/** What the tools that extrude something are made for, each once: `PLA`, `PLA, PETG`, `200 °C, 60 °C`; null: unsaid. */
export function fileMaterialWords(
  materials: readonly FileMaterial[],
  filamentUm: readonly Micrometres[],
): string | null {
  const used = materials.filter((_, tool) => (filamentUm[tool] ?? 0) > 0);
  const words = used.map(wordsOf).filter((text) => text !== '');
  return [...new Set(words)].join(', ') || null;
}

function wordsOf({ name, nozzleCelsius, bedCelsius }: FileMaterial): string {
  if (name !== null) return name;
  const [nozzle] = nozzleCelsius;
  if (nozzle === undefined) return '';
  return [nozzle, bedCelsius].flatMap((celsius) => (celsius ? [`${celsius} °C`] : [])).join(' / ');
}

/** The tools whose material in the file is another than the one that is asked for. */
export const toolsOfOtherMaterial = (
  materials: readonly FileMaterial[],
  filamentUm: readonly Micrometres[],
  material: string,
): number[] =>
  filamentUm.flatMap((um, tool) => (um > 0 && !fitsFile(materials[tool], material) ? [tool] : []));

/**
 * Does somebody still have to decide? Asked for another material than the file's, without having said that they know it.
 */
export function isUndecided(
  { material, insteadOf }: MaterialWish,
  materials: readonly FileMaterial[],
  filamentUm: readonly Micrometres[],
): boolean {
  if (material === null || toolsOfOtherMaterial(materials, filamentUm, material).length === 0) return false;
  return !isSameName(insteadOf ?? '', fileMaterialWords(materials, filamentUm) ?? '');
}
