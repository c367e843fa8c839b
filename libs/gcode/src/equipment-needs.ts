import type { GcodeAnalysis } from './analysis';
import type { SlicerSettings } from './slicers';

/** A file that was read by this analyser or by an earlier one, which knew fewer settings. */
export type EquippedFile = Pick<GcodeAnalysis, 'slicer'> & {
  readonly slicerSettings?: Partial<SlicerSettings>;
  readonly temperatures: { readonly maxChamber?: number | null };
};

/** Harder than the stainless steel of ordinary nozzles (Bambu Studio resources/info/nozzle_info.json: brass 2, stainless 20). */
const ORDINARY_HRC = 20;
/** An open machine in a warm room does not reach it. */
const WARM_CHAMBER_CELSIUS = 40;

const toUm = (mm: readonly number[] | null | undefined): number[] =>
  (mm ?? []).map((value) => Math.round(value * 1_000));
const isWarm = (celsius: number): boolean => celsius >= WARM_CHAMBER_CELSIUS;

/**
 * What a file asks of a machine's equipment, for each tool or for all. Only what its slicer or its commands say: a
 * material's name alone asks for nothing.
 */
export function equipmentNeedsOf({ slicer, slicerSettings = {}, temperatures }: EquippedFile) {
  const { nozzleDiameters, filamentDiameters, volumetric, equipment } = slicerSettings;
  // Bambu Studio's machines always have plates to choose from.
  const hasChoice = equipment?.plateIsChosen || slicer?.name === 'Bambu Studio';
  const chamber = [
    temperatures.maxChamber ?? 0,
    ...(equipment?.leastChamberCelsius ?? []),
    ...(equipment?.chamberIsHeated ? (equipment.chamberCelsius ?? []) : []),
  ];
  return {
    nozzlesUm: toUm(nozzleDiameters),
    abrasive:
      equipment?.abrasive ?? (equipment?.nozzleHardness ?? []).map((hardness) => hardness > ORDINARY_HRC),
    // A firmware that takes volumes divides them by the filament's section itself.
    filamentsUm: volumetric ? [] : toUm(filamentDiameters),
    bedSurface: hasChoice ? (equipment?.plate ?? null) : null,
    enclosed: chamber.some(isWarm),
  };
}
