import type { Micrometres } from '@pandafab/shared';
import { isPrintedAt, isSameMaterial, isSameName } from './material-names';

/** A file's information about the material of one of its tools. */
export interface FileMaterial {
  /** By the slicer's settings; null when the file does not name it. */
  readonly name: string | null;
  /** Nozzle temperatures: at the first layer, at most. Empty when the file heats no nozzle. */
  readonly nozzleCelsius: readonly number[];
  readonly bedCelsius: number | null;
}

/** The request, in addition to the file's information. */
export interface MaterialChoice {
  /** Null: the material that the file is made for. */
  readonly material: string | null;
  /** The file's material that the person confirmed when requesting another one; null: they were not asked. */
  readonly insteadOf: string | null;
}

/**
 * Whether the file suits this material: by the slicer's material name or, without it, by the temperatures. A file with
 * neither suits all; an unknown material suits no temperatures.
 */
export function fitsFile(file: FileMaterial | undefined, material: string): boolean {
  if (!file) return true;
  if (file.name !== null) return isSameMaterial(file.name, material);
  if (file.nozzleCelsius.length === 0) return true;
  return isPrintedAt(material, file.nozzleCelsius, file.bedCelsius) ?? false;
}

/** The materials of the extruding tools, each once: `PLA`, `PLA, PETG`, `200 °C, 60 °C`; null: unknown. */
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

/** The tools whose material in the file differs from the requested one. */
export const toolsOfOtherMaterial = (
  materials: readonly FileMaterial[],
  filamentUm: readonly Micrometres[],
  material: string,
): number[] =>
  filamentUm.flatMap((um, tool) => (um > 0 && !fitsFile(materials[tool], material) ? [tool] : []));

/**
 * Whether a person still has to decide: a material that differs from the file's was requested without a confirmation.
 */
export function isUndecided(
  { material, insteadOf }: MaterialChoice,
  materials: readonly FileMaterial[],
  filamentUm: readonly Micrometres[],
): boolean {
  if (material === null || toolsOfOtherMaterial(materials, filamentUm, material).length === 0) return false;
  return !isSameName(insteadOf ?? '', fileMaterialWords(materials, filamentUm) ?? '');
}
