import type { z } from 'zod';
import { type ReadAnalysis, readOn } from '../guard/read-as';
import type { analysisSchema } from './file.dto';
import type { StoredAnalysis } from './file.entity';

/** An analysis as people see it, with the firmware as which the file was read. */
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

/** The same where no machine of any lab is in question yet. */
export const viewUnplaced = (analysis: StoredAnalysis | null): z.input<typeof analysisSchema> | null =>
  analysis && viewAnalysis(readOn(analysis, undefined));
