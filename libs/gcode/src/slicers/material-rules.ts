import type { Findings } from './findings';
import type { Rule } from './prefix-table';
import { readName } from './values';

/** An unfilled start script contains `{material_type}` or `[filament_type]`. */
const PLACEHOLDER = /[{}[\]]/;

const one =
  (tool: number): Rule<Findings>[1] =>
  ({ settings }, rest) => {
    const name = PLACEHOLDER.test(rest) ? null : readName(rest.replace(/^\s*[:=]/, ''));
    // A number is not a material.
    if (name === null || !/\p{L}/u.test(name)) return;
    const all = settings.filamentTypes ?? [];
    if (all[tool]) return;
    settings.filamentTypes = Array.from({ length: Math.max(all.length, tool + 1) }, (_, at) =>
      at === tool ? name : (all[at] ?? ''),
    );
  };

/**
 * Materials as start scripts of Cura and the heads of FlashPrint write them. Others call them `filament_type`, which is
 * among the settings.
 */
export const materialRules: readonly Rule<Findings>[] = [
  ['right_extruder_material:', one(0)],
  ['left_extruder_material:', one(1)],
  ['Material type', one(0)],
  ['Material Type', one(0)],
  ['material_type =', one(0)],
  ['Material:', one(0)],
  ['Filament type:', one(0)],
  ['Filament Type:', one(0)],
  ['filament type:', one(0)],
];
