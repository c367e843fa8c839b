import { type Micrometres, type Milligrams, milligramsOf } from '@pandafab/shared';

/** Densities in g/cm³ for parts without a slicer's weight: those of PrusaSlicer's generic profiles (PrusaResearch.ini). */
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
  /** Per tool, as the machine will use it. */
  readonly filamentUm: readonly Micrometres[];
  /** Per tool, the weight by the slicer, which knows the filament. */
  readonly slicerGrams: readonly number[] | null;
  /** Per tool, by the slicer's settings; null without one. */
  readonly slicerMaterials: readonly (string | null)[];
}

export interface ExpectedUsage {
  readonly seconds: number;
  /** '' for an unnamed material. */
  readonly materials: readonly { readonly material: string; readonly milligrams: Milligrams }[];
}

/**
 * The expected material of a print before it is made: good enough for a price estimate, not for an invoice.
 * A slicer's weight is the most exact, but only for the material of its settings: another material has another density.
 * @param wanted the requested material; null: that of the slicer's settings
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

/** Some slicers give one sum for all tools: it belongs to no single tool when several extrude. */
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
