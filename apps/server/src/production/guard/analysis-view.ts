import type { z } from 'zod';
import type { analysisSchema } from '../files/file.dto';
import type { StoredAnalysis } from '../files/file.entity';
import { type ReadAnalysis, readOn } from './read-as';

/** An analysis as the API shows it, with the firmware whose rules were used to read the file. */
export const viewAnalysis = ({
  analysis,
  time,
  readAs,
  differs,
}: ReadAnalysis): z.input<typeof analysisSchema> => ({
  ...analysis,
  timeSeconds: time?.total ?? analysis.timeSeconds,
  time,
  readAs,
  readingsDiffer: differs,
});

/** The same, before any machine or lab is known. */
export const viewUnplaced = (analysis: StoredAnalysis | null): z.input<typeof analysisSchema> | null =>
  analysis && viewAnalysis(readOn(analysis, undefined));
