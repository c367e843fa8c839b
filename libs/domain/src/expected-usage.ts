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
 * Slicers weigh best, but only what they were set to: another material weighs otherwise.
 * @param wanted the material that is asked for; null: what the slicer was set to
 */
export function expectedUsage(figures: FileFigures, wanted: string | null): ExpectedUsage {
  const { seconds, filamentUm, slicerMaterials } = figures;
  const gramsOf = weighed(figures);
  const weights = new Map<string, Milligrams>();
  filamentUm.forEach((um, tool) => {
    if (um === 0) return;
    const set = slicerMaterials[tool] ?? '';
    const material = wanted ?? set;
    const grams = same(material, set) ? gramsOf[tool] : undefined;
    const milligrams = grams === undefined ? reckoned(um, material) : Math.round(grams * 1000);
    weights.set(material, (weights.get(material) ?? 0) + milligrams);
  });
  const materials = [...weights].map(([material, milligrams]) => ({ material, milligrams }));
  return { seconds, materials };
}

const same = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

/** Some slicers say one sum for all tools: it is no tool's own where several extrude. */
function weighed({ filamentUm, slicerGrams }: FileFigures): readonly (number | undefined)[] {
  const used = filamentUm.filter((um) => um > 0).length;
  const known = (slicerGrams ?? []).filter((grams) => grams > 0).length;
  return used === known ? (slicerGrams ?? []) : [];
}

/** By its length: of 1.75 mm, as nearly all filament is. */
function reckoned(um: Micrometres, material: string): Milligrams {
  const densityGramsPerCm3 = DENSITIES[material.trim().toUpperCase()] ?? (DENSITIES[COMMON] as number);
  return milligramsOf(um, { diameterMm: DIAMETER_MM, densityGramsPerCm3 });
}
