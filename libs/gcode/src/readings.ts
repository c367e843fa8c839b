import type { GcodeAnalysis, ReadFigures, Readings } from './analysis';
import type { ExtrusionReading } from './extrusion-reading';
import { type CoreReading, coreOf, effective, isSameReading } from './reading-matters';

/** The readings with other results for a file than the one used, each once. */
export function othersOf(
  { used, matters }: Readings,
  wanted: readonly ExtrusionReading[],
): readonly CoreReading[] {
  const found: CoreReading[] = [];
  for (const reading of wanted) {
    const own = effective(coreOf(reading), { used, matters });
    if (![used, ...found].some((known) => isSameReading(known, own))) found.push(own);
  }
  return found;
}

/** The parts of an analysis that depend on the reading. */
export const figuresOf = ({
  filamentMm,
  filamentExact,
  part,
  extents,
  extentLines,
  layers,
  temperatures,
  timeSeconds,
  waits,
  timeline,
}: ReadFigures): ReadFigures => ({
  filamentMm,
  filamentExact,
  part,
  extents,
  extentLines,
  layers,
  temperatures,
  timeSeconds,
  waits,
  timeline,
});

/** The fields of an analysis that another reading needs; earlier analysers did not write them. */
type Filament = Pick<ReadFigures, 'filamentMm' | 'filamentExact'>;
type Read = Partial<GcodeAnalysis> & Filament;

/**
 * The analysis for a machine with this reading of E. If the reading has other results but was not requested, the figures
 * stay and are marked as not exact.
 */
export function asRead<Analysis extends Read>(analysis: Analysis, reading: ExtrusionReading): Analysis {
  const { readings } = analysis;
  if (!readings) return analysis;
  const own = effective(coreOf(reading), readings);
  const exactly = (figures: Filament) => figures.filamentExact && !isMovedBy(reading, figures, analysis);
  if (isSameReading(own, readings.used)) return { ...analysis, filamentExact: exactly(analysis) };
  const other = readings.others.find((each) => isSameReading(each.reading, own));
  if (!other) return { ...analysis, filamentExact: false };
  const { figures } = other;
  return { ...analysis, ...figures, filamentExact: exactly(figures), readings: { ...readings, used: own } };
}

/** True when the file has a code that moves filament by itself only in this firmware. */
function isMovedBy({ alsoMoves }: ExtrusionReading, figures: Filament, { guard }: Pick<Read, 'guard'>) {
  const codes = new Set(alsoMoves);
  if (codes.has('T') && figures.filamentMm.length > 1) return true;
  return guard?.commands.some(({ rule }) => rule !== 'T' && codes.has(rule.replace(/:.*/, ''))) ?? false;
}
