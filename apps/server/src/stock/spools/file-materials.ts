import { type FileMaterial, fileMaterialWords } from '@pandafab/domain';
import type { GcodeAnalysis } from '@pandafab/gcode';
import { type Micrometres, micrometres } from '@pandafab/shared';

/** The material data that an analyser found in a file. */
export type ReadMaterials = Pick<GcodeAnalysis, 'filamentMm' | 'slicerSettings' | 'temperatures'>;

/** A single material applies to all tools; a list has one for each tool. */
const nameOf = (types: readonly string[] | null | undefined, tool: number): string | null =>
  (types?.length === 1 ? types[0] : types?.[tool]) || null;

/**
 * Per tool, the material that a file is made for: from its slicer's settings, and from the temperatures in its
 * commands.
 */
export function materialsOfFile(analysis: ReadMaterials | null): FileMaterial[] {
  if (!analysis) return [];
  const { filamentMm, slicerSettings, temperatures } = analysis;
  // The analyses of an early analyser have no list of tools, and no settings.
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

/** Per tool, the length that a file extrudes. */
export const filamentOfFile = (analysis: Pick<ReadMaterials, 'filamentMm'> | null): Micrometres[] =>
  (analysis?.filamentMm ?? []).map(micrometres);

/** The material that a file is made for, as a short text; null if the file does not name it. */
export const materialWordsOf = (analysis: ReadMaterials | null): string | null =>
  fileMaterialWords(materialsOfFile(analysis), filamentOfFile(analysis));
