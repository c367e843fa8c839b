import { type Durations, pace } from '@pandafab/gcode';
import type { AssignmentBody } from '@pandafab/lab-link';
import type { ReadAnalysis } from '../guard/read-as';

/** What an agent needs to tell progress in time; undefined for a file that was read before there was any of it. */
export function paceOf({ analysis }: ReadAnalysis, durations: Durations): AssignmentBody['pace'] {
  const { timeline, waits, timeSeconds } = analysis;
  if (timeline && waits) return pace({ ...analysis, timeline, waits }, durations);
  return timeline && { offsets: timeline.offsets, seconds: timeline.seconds, totalSeconds: timeSeconds };
}

/** The slicer's word counts first: it knows its machine. */
export const expectedSeconds = ({ analysis, time }: ReadAnalysis): number =>
  analysis.slicerEstimate.seconds ?? time?.total ?? analysis.timeSeconds;
