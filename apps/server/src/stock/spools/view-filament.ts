import type { Filament } from './material.entities';

/** A filament as the API shows it with a spool. */
export const viewFilament = ({ id, material, brand, colour, diameterMm, densityGramsPerCm3 }: Filament) => ({
  id,
  material,
  brand,
  colour,
  diameterMm,
  densityGramsPerCm3,
});
