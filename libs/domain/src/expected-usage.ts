import { type Micrometres, type Milligrams, milligramsOf } from '@pandafab/shared';

/** Densities in g/cm³ where no slicer weighed the part: those of PrusaSlicer's generic profiles (PrusaResearch.ini). */
const DENSITIES: Readonly<Record<string, number>> = {
  PLA: 1.24,
  PETG: 1.27,
  ABS: 1.04,
  ASA: 1.07,
  TPU: 1.22,
};
const COMMON = 'PLA';
const DIAMETER_MM = 1.75;

export interface FileFigures {
  readonly seconds: number;
  /** Per tool, as the machine will take it. */
  readonly filamentUm: readonly Micrometres[];
  /** Per tool, as the slicer weighs it: it knows the filament. */
  readonly slicerGrams: readonly number[] | null;
  /** Per tool, as the slicer was set; null where it was not. */
  readonly slicerMaterials: readonly (string | null)[];
}

export interface ExpectedUsage {
  readonly seconds: number;
  /** '' for a material that nobody has named. */
  readonly materials: readonly { readonly material: string; readonly milligrams: Milligrams }[];
}

/**
 * What a print is expected to use, before any machine has made it: enough to say what it will cost, not to charge it.
 * @param wanted the material that is asked for; null: what the slicer was set to
 */
export function expectedUsage(figures: FileFigures, wanted: string | null): ExpectedUsage {
  const weights = new Map<string, Milligrams>();
  figures.filamentUm.forEach((um, tool) => {
    if (um === 0) return;
    const material = wanted ?? figures.slicerMaterials[tool] ?? '';
    const milligrams = weightOf(um, material, figures.slicerGrams?.[tool]);
    weights.set(material, (weights.get(material) ?? 0) + milligrams);
  });
  const materials = [...weights].map(([material, milligrams]) => ({ material, milligrams }));
  return { seconds: figures.seconds, materials };
}

function weightOf(um: Micrometres, material: string, slicerGrams: number | undefined): Milligrams {
  if (slicerGrams) return Math.round(slicerGrams * 1000);
  const densityGramsPerCm3 = DENSITIES[material.trim().toUpperCase()] ?? (DENSITIES[COMMON] as number);
  return milligramsOf(um, { diameterMm: DIAMETER_MM, densityGramsPerCm3 });
}
