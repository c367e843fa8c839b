import { type FileMaterial, fileMaterialWords } from '@pandafab/domain';
import { type Micrometres, micrometres } from '@pandafab/shared';
import type { StoredAnalysis } from '../files/file.entity';

type Read = Pick<StoredAnalysis, 'filamentMm' | 'slicerSettings' | 'temperatures'>;

/** A word for one tool is for all; a list has one for each. */
const nameOf = (types: readonly string[] | null | undefined, tool: number): string | null =>
  (types?.length === 1 ? types[0] : types?.[tool]) || null;

/** Per tool, what a file is made for: by its slicer's word, and by the heat that its commands set. */
export function materialsOfFile(analysis: Read | null): FileMaterial[] {
  if (!analysis) return [];
  const { filamentMm, slicerSettings, temperatures } = analysis;
  // Files that an early analyser read have no list of tools, and no settings.
  const nozzles = temperatures.nozzles as typeof temperatures.nozzles | undefined;
  const types = (slicerSettings as typeof slicerSettings | undefined)?.filamentTypes;
  const all = { firstLayer: temperatures.firstLayerNozzle, max: temperatures.maxNozzle };
  return filamentMm.map((_, tool) => {
    const { firstLayer, max } = nozzles?.[tool]?.max ? nozzles[tool] : all;
    return {
      name: nameOf(types, tool),
      nozzleCelsius: [...new Set([firstLayer, max])].flatMap((celsius) => celsius || []),
      bedCelsius: temperatures.firstLayerBed ?? temperatures.maxBed,
    };
  });
}

/** Per tool, what a file extrudes. */
export const filamentOfFile = (analysis: Pick<Read, 'filamentMm'> | null): Micrometres[] =>
  (analysis?.filamentMm ?? []).map(micrometres);

/** What a file is made for, in a few words; null where it does not say. */
export const materialWordsOf = (analysis: Read | null): string | null =>
  fileMaterialWords(materialsOfFile(analysis), filamentOfFile(analysis));
