import { folded, type Micrometres, type SpoolId } from '@pandafab/shared';
import type { LoadedSpool } from './ledger';

/** What a file asks of a machine's equipment. What it does not say, it does not need. */
export interface EquipmentNeeds {
  /** The nozzle's diameter for each tool; one value is for all tools, none: any. */
  readonly nozzlesUm: readonly number[];
  /** For each tool, true where its filament wears out a nozzle of brass; one value is for all tools. */
  readonly abrasive: readonly boolean[];
  /** The filament's diameter for each tool; one value is for all tools, none: any. */
  readonly filamentsUm: readonly number[];
  /** The plate that was chosen in the slicer, in its own words; null: any. */
  readonly bedSurface: string | null;
  /** It needs a warm chamber, which only a closed housing keeps. */
  readonly enclosed: boolean;
}

export const NO_NEEDS: EquipmentNeeds = {
  nozzlesUm: [],
  abrasive: [],
  filamentsUm: [],
  bedSurface: null,
  enclosed: false,
};

/** What a machine has, the same for each of its tools; null: its staff did not say, so it takes any file. */
export interface Equipment {
  readonly nozzleUm: number | null;
  readonly nozzleType: 'brass' | 'hardened' | 'other' | null;
  readonly filamentUm: number | null;
  /** The plate that is on it now. */
  readonly bedSurface: string | null;
  readonly enclosed: boolean | null;
}

export const UNKNOWN_EQUIPMENT: Equipment = {
  nozzleUm: null,
  nozzleType: null,
  filamentUm: null,
  bedSurface: null,
  enclosed: null,
};

/** Figures in millimetres, as people read them. */
export type EquipmentReason =
  | { readonly code: 'OTHER_NOZZLE'; readonly neededMm: number; readonly mountedMm: number }
  | { readonly code: 'OTHER_FILAMENT_DIAMETER'; readonly neededMm: number; readonly takenMm: number }
  | { readonly code: 'NOZZLE_NOT_HARDENED' | 'NOT_ENCLOSED' }
  | { readonly code: 'OTHER_BED_SURFACE'; readonly wanted: string; readonly present: string };

/** Slicers and makers round differently; the sizes of nozzles are further apart. */
const SAME_NOZZLE_UM = 20;
/** Filament is 1.75 mm, or 2.85 mm, which is also sold as 3 mm. People type what they measured. */
const SAME_FILAMENT_UM = 400;

const SURFACES: readonly (readonly [kind: string, words: RegExp])[] = [
  ['textured', /textur|poudre|powder|granul/],
  ['smooth', /smooth|lisse|high temp|haute temp/],
  ['satin', /satin/],
  ['cool', /cool plate|cool ?plate|supertack|plaque froide/],
  ['engineering', /engineering|technique/],
  ['glass', /glass|verre|vitre/],
];

/** The kinds of plate that a text names; empty for words that are not known. */
function surfacesIn(text: string): string[] {
  const words = folded(text);
  return SURFACES.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
}

/** True unless both are known to be different plates. */
export function takesSurface(wanted: string, present: string): boolean {
  const kinds = surfacesIn(present);
  const needed = surfacesIn(wanted);
  return kinds.length === 0 || needed.length === 0 || needed.some((kind) => kinds.includes(kind));
}

const of = <Value>(list: readonly Value[], tool: number): Value | undefined =>
  list.length === 1 ? list[0] : list[tool];
const toMm = (um: number): number => um / 1_000;

/** The spools on machines. */
type Spools = ReadonlyMap<SpoolId, Pick<LoadedSpool, 'geometry'>>;

interface Equipped {
  readonly equipment: Equipment;
  readonly spools: readonly (SpoolId | null)[];
}

/** The machine takes the diameter that its staff give, else that of the spool that is on it. */
function takenUm({ equipment, spools }: Equipped, tool: number, stock: Spools): number | null {
  const spoolId = spools[tool];
  const spool = spoolId ? stock.get(spoolId) : undefined;
  return equipment.filamentUm ?? (spool ? Math.round(spool.geometry.diameterMm * 1_000) : null);
}

function againstTool(needs: EquipmentNeeds, machine: Equipped, tool: number, stock: Spools) {
  const { nozzleUm, nozzleType } = machine.equipment;
  const found: EquipmentReason[] = [];
  const nozzle = of(needs.nozzlesUm, tool);
  if (nozzle && nozzleUm && Math.abs(nozzle - nozzleUm) > SAME_NOZZLE_UM)
    found.push({ code: 'OTHER_NOZZLE', neededMm: toMm(nozzle), mountedMm: toMm(nozzleUm) });
  if (of(needs.abrasive, tool) && nozzleType === 'brass') found.push({ code: 'NOZZLE_NOT_HARDENED' });
  const filament = of(needs.filamentsUm, tool);
  const taken = takenUm(machine, tool, stock);
  if (filament && taken && Math.abs(filament - taken) > SAME_FILAMENT_UM)
    found.push({ code: 'OTHER_FILAMENT_DIAMETER', neededMm: toMm(filament), takenMm: toMm(taken) });
  return found;
}

/**
 * Why a machine's equipment does not suit a file: each kind of reason once, for the first tool that it concerns.
 * @param filament net extrusion by tool: a tool that extrudes nothing needs nothing
 */
export function againstEquipment(
  needs: EquipmentNeeds,
  machine: Equipped,
  filament: readonly Micrometres[],
  stock: Spools,
): EquipmentReason[] {
  const { bedSurface, enclosed } = machine.equipment;
  const found = new Map<string, EquipmentReason>();
  for (const [tool, um] of filament.entries()) {
    if (um === 0) continue;
    for (const reason of againstTool(needs, machine, tool, stock))
      if (!found.has(reason.code)) found.set(reason.code, reason);
  }
  const reasons = [...found.values()];
  if (needs.bedSurface !== null && bedSurface !== null && !takesSurface(needs.bedSurface, bedSurface))
    reasons.push({ code: 'OTHER_BED_SURFACE', wanted: needs.bedSurface, present: bedSurface });
  if (needs.enclosed && enclosed === false) reasons.push({ code: 'NOT_ENCLOSED' });
  return reasons;
}
