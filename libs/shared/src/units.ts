import Big from 'big.js';

/** Integer micrometres of filament: the unit of runs' reports, so that sums are exact. */
export type Micrometres = number;
/** Integer milligrams of material: the unit of the ledger, so that balances are sums. */
export type Milligrams = number;

export interface FilamentGeometry {
  /** Diameter in millimetres, usually 1.75 or 2.85. */
  readonly diameterMm: number;
  /** Density in grams per cubic centimetre, such as 1.24 for PLA. */
  readonly densityGramsPerCm3: number;
}

export const micrometres = (millimetres: number): Micrometres => Math.round(millimetres * 1000);

/** Mass of a length of filament, a cylinder of the given diameter and density, rounded to the milligram. */
export function milligramsOf(length: Micrometres, filament: FilamentGeometry): Milligrams {
  const radiusMm = new Big(filament.diameterMm).div(2);
  const volumeMm3 = radiusMm.times(radiusMm).times(Math.PI.toString()).times(length).div(1000);
  // g/cm³ and mg/mm³ are the same number.
  return volumeMm3.times(filament.densityGramsPerCm3).round(0, Big.roundHalfUp).toNumber();
}
