import { demandDecimal } from '../../parts/decimal';

/** The choice of a filament that is not in the list yet. */
export const NEW_FILAMENT = 'new';

/** The fields of a new spool, and of the filament that may be created with it. */
export const NEW_SPOOL = {
  filamentId: NEW_FILAMENT,
  label: '',
  netGrams: '1000',
  material: '',
  brand: '',
  colour: '',
  diameterMm: '1.75',
  densityGramsPerCm3: '',
};

/** The filament as typed, for the server. */
export const newFilamentOf = (typed: typeof NEW_SPOOL) => ({
  material: typed.material,
  brand: typed.brand,
  colour: typed.colour,
  diameterMm: demandDecimal('diameterMm', typed.diameterMm),
  densityGramsPerCm3: demandDecimal('densityGramsPerCm3', typed.densityGramsPerCm3),
});
