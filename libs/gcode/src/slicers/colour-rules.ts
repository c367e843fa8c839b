import type { Findings } from './findings';
import type { Rule } from './prefix-table';

/** The first colour of a list such as `#FF8000;#000000`; Bambu Studio may write the coverage too. */
const FIRST = /^\s*"?#([0-9a-f]{6})(?:[0-9a-f]{2})?(?![0-9a-f])/i;

/**
 * What PrusaSlicer and OrcaSlicer write where no person has chosen a colour (src/libslic3r/PrintConfig.cpp of each,
 * `filament_colour`).
 */
const NOT_CHOSEN = new Set(['29b2b2', 'f2754e']);

const colour: Rule<Findings>[1] = (found, rest) => {
  const named = FIRST.exec(rest)?.[1]?.toLowerCase();
  if (named && !NOT_CHOSEN.has(named)) found.colour ??= named;
};

/** The colour of the first filament, as PrusaSlicer, OrcaSlicer and Bambu Studio write it into their settings. */
export const colourRules: readonly Rule<Findings>[] = [
  ['extruder_colour = ', colour],
  ['filament_colour = ', colour],
];
