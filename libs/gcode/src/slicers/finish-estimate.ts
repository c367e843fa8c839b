import type { Findings, SlicerEstimate } from './findings';

/** Filament of 1.75 to 2.85 mm holds 2.4 to 6.4 mm³ a millimetre. */
const MOST_CM3_PER_MM = 0.05;

/** The estimate once the whole file is read: lists by tool, volumes in cm³. */
export function finishEstimate(found: Findings): SlicerEstimate {
  const { estimate, usedFilaments, settings } = found;
  const byTool = (list: number[] | null) => spread(list, usedFilaments);
  const filamentMm = byTool(estimate.filamentMm);
  return {
    ...estimate,
    filamentMm,
    filamentGrams: byTool(estimate.filamentGrams),
    filamentCm3: inCm3(byTool(estimate.filamentCm3), filamentMm),
    filamentType: usedType(settings.filamentTypes, filamentMm),
  };
}

/**
 * Bambu Studio lists only the filaments that it uses and says which in `; filament: 2,3`, counted from 1; all
 * other slicers list all tools.
 */
function spread(list: number[] | null, used: number[] | null): number[] | null {
  if (!list || used?.length !== list.length || !used.every((one) => one >= 1 && Number.isInteger(one)))
    return list;
  const byTool: number[] = Array.from({ length: Math.max(...used) }, () => 0);
  used.forEach((one, index) => {
    byTool[one - 1] = list[index] as number;
  });
  return byTool;
}

/** Bambu Studio writes `[cm^3]` but means mm³: it writes 3351 for 1393 mm of filament. */
function inCm3(volumes: number[] | null, lengths: number[] | null): number[] | null {
  if (!volumes || !lengths || sum(lengths) === 0 || sum(volumes) <= sum(lengths) * MOST_CM3_PER_MM)
    return volumes;
  return volumes.map((volume) => volume / 1000);
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

/** The value of the first tool that is used; of the first tool when that is unknown. */
function usedType(types: string[] | null, lengths: number[] | null): string | null {
  const used = lengths?.findIndex((length) => length > 0) ?? -1;
  return types?.[Math.max(used, 0)] || types?.find((type) => type !== '') || null;
}
