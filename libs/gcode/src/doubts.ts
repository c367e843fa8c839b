import type { FaultCode, FaultDetails } from '@pandafab/shared';
import type { GcodeAnalysis } from './analysis';
import type { Finding } from './guard';

/** What must be known of a file to doubt it. */
export type Doubtable = Pick<
  GcodeAnalysis,
  'slicer' | 'slicerEstimate' | 'slicerSettings' | 'filamentMm' | 'timeSeconds' | 'extents' | 'layers'
>;

/** Figures that are further apart than this are not two views of one print. */
const MOST_TIMES = 2;
const DIAMETER_MM = 1.75;

const warning = (code: FaultCode, details: FaultDetails): Finding => ({
  ...{ line: 1, code, severity: 'warn', command: '', details, count: 1, rule: null },
});

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
const isFar = (one: number, other: number): boolean => one > other * MOST_TIMES || other > one * MOST_TIMES;

/**
 * What speaks against a file’s being what its slicer meant, by the slicer's own word: a body that is missing, E that this
 * machine reads otherwise. Warnings only: slicers are mistaken too.
 * @param analysis as the machine reads the file (`asRead`)
 * @param totalSeconds with what is no move (`printTime`)
 */
export function doubtsOf(analysis: Doubtable, totalSeconds = analysis.timeSeconds): Finding[] {
  if (isBodyless(analysis)) return [warning('FILE.NO_BODY', {})];
  return [filamentDoubt(analysis), timeDoubt(analysis, totalSeconds), layerDoubt(analysis)].filter(
    (finding) => finding !== null,
  );
}

/** A file that a slicer has signed, or says what it takes or was set to, and that draws nothing. */
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

/** By the slicer; 0 where it says nothing, or does not know. */
function expectedMm({
  slicerEstimate,
  slicerSettings,
}: Pick<Doubtable, 'slicerEstimate' | 'slicerSettings'>): number {
  const { filamentMm, filamentCm3 } = slicerEstimate;
  if (filamentMm) return sum(filamentMm);
  const diameter = slicerSettings.filamentDiameters?.[0] ?? DIAMETER_MM;
  return (sum(filamentCm3 ?? []) * 1000) / (Math.PI * (diameter / 2) ** 2);
}

/** Some slicers count what is no move, and some do not: between the two anything is likely. */
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
