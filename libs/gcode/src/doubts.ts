import type { FaultCode, FaultDetails } from '@pandafab/shared';
import type { GcodeAnalysis } from './analysis';
import type { Finding } from './guard';

/** The facts of a file that the checks need. */
export type Doubtable = Pick<
  GcodeAnalysis,
  'slicer' | 'slicerEstimate' | 'slicerSettings' | 'filamentMm' | 'timeSeconds' | 'extents' | 'layers'
>;

/** Figures that differ by more than this cannot describe the same print. */
const MOST_TIMES = 2;
const DIAMETER_MM = 1.75;

const warning = (code: FaultCode, details: FaultDetails): Finding => ({
  ...{ line: 1, code, severity: 'warn', command: '', details, count: 1, rule: null },
});

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
const isFar = (one: number, other: number): boolean => one > other * MOST_TIMES || other > one * MOST_TIMES;

/**
 * Signs that a file is not what its slicer meant, by the slicer's own comments: a missing body, E that this machine reads
 * differently. Warnings only: slicers make mistakes too.
 * @param analysis as the machine reads the file (`asRead`)
 * @param totalSeconds including waits (`printTime`)
 */
export function doubtsOf(analysis: Doubtable, totalSeconds = analysis.timeSeconds): Finding[] {
  if (isBodyless(analysis)) return [warning('FILE.NO_BODY', {})];
  return [filamentDoubt(analysis), timeDoubt(analysis, totalSeconds), layerDoubt(analysis)].filter(
    (finding) => finding !== null,
  );
}

/** A file with a slicer's signature, estimate or settings, but without extrusion. */
function isBodyless({ slicer, slicerEstimate, slicerSettings, extents }: Doubtable): boolean {
  if (extents.extruding) return false;
  const { seconds, filamentMm, filamentGrams, filamentCm3, layers } = slicerEstimate;
  const { flavour, layerHeight } = slicerSettings;
  return (
    slicer !== null ||
    [seconds, filamentMm, filamentGrams, filamentCm3, layers, flavour, layerHeight].some(
      (said) => said !== null,
    )
  );
}

function filamentDoubt({ filamentMm, ...analysis }: Doubtable): Finding | null {
  const expected = expectedMm(analysis);
  const read = sum(filamentMm);
  if (expected === 0 || !isFar(expected, read)) return null;
  return warning('FILE.FILAMENT_UNLIKELY', { slicerM: metres(expected), readM: metres(read) });
}

/** The slicer's figure; 0 when it gives none. */
function expectedMm({
  slicerEstimate,
  slicerSettings,
}: Pick<Doubtable, 'slicerEstimate' | 'slicerSettings'>): number {
  const { filamentMm, filamentCm3 } = slicerEstimate;
  if (filamentMm) return sum(filamentMm);
  const diameter = slicerSettings.filamentDiameters?.[0] ?? DIAMETER_MM;
  return (sum(filamentCm3 ?? []) * 1000) / (Math.PI * (diameter / 2) ** 2);
}

/** Some slicers include waits, and some do not: any value between the two is plausible. */
function timeDoubt({ slicerEstimate, timeSeconds }: Doubtable, total: number): Finding | null {
  const { seconds } = slicerEstimate;
  if (!seconds || (seconds <= total * MOST_TIMES && seconds >= timeSeconds / MOST_TIMES)) return null;
  return warning('FILE.TIME_UNLIKELY', {
    slicerMinutes: minutes(seconds),
    readMinutes: minutes(total),
  });
}

/** Fewer only: some count the layers of each part. */
function layerDoubt({ slicerEstimate, layers }: Doubtable): Finding | null {
  const said = slicerEstimate.layers ?? 0;
  if (said <= layers * MOST_TIMES) return null;
  return warning('FILE.LAYERS_MISSING', { slicerLayers: said, readLayers: layers });
}

const metres = (millimetres: number): number => Math.round(millimetres / 10) / 100;
const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;
