import { type FileFigures, isSameName } from '@pandafab/domain';
import { micrometres } from '@pandafab/shared';
import { filamentOfFile, materialsOfFile } from '../../../stock/spools/file-materials';
import type { StoredAnalysis } from '../../files/file.entity';
import { expectedSeconds, readOn } from '../../guard/read-as';

/** Expected seconds of one print of a file, before a machine is chosen. */
export const secondsOf = (analysis: StoredAnalysis): number => expectedSeconds(readOn(analysis, undefined));

/** The figures by which a print is priced before it is made. */
export const pricedFigures = (analysis: StoredAnalysis): FileFigures => {
  const { slicerEstimate, slicerSettings, filamentMm } = analysis;
  return {
    seconds: secondsOf(analysis),
    filamentUm: filamentMm.map(micrometres),
    slicerGrams: slicerEstimate.filamentGrams,
    slicerMaterials: slicerSettings?.filamentTypes ?? [slicerEstimate.filamentType],
  };
};

/** The names of the materials that a job prints with: the requested one, else those of its file. */
export function materialsUsed(material: string | null, analysis: StoredAnalysis | null): string[] {
  if (material !== null) return [material];
  const filament = filamentOfFile(analysis);
  const names = materialsOfFile(analysis).flatMap(({ name }, tool) => (filament[tool] && name ? [name] : []));
  return names.filter((name, at) => names.findIndex((each) => isSameName(each, name)) === at);
}
