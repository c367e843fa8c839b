import { type Durations, pace } from '@pandafab/gcode';
import type { AssignmentBody } from '@pandafab/lab-link';
import type { ReadAnalysis } from '../guard/read-as';

/** The times that an agent needs to report progress in time; undefined for a file analysed before they existed. */
export function paceOf({ analysis }: ReadAnalysis, durations: Durations): AssignmentBody['pace'] {
  const { timeline, waits, timeSeconds } = analysis;
  if (timeline && waits) return pace({ ...analysis, timeline, waits }, durations);
  return timeline && { offsets: timeline.offsets, seconds: timeline.seconds, totalSeconds: timeSeconds };
}
