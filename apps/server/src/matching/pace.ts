import type { AssignmentBody } from '@pandafab/lab-link';
import type { StoredAnalysis } from '../files/file.entity';

/** What an agent needs to tell progress in time; undefined for a file that was read before there was any of it. */
export function paceOf(analysis: StoredAnalysis): AssignmentBody['pace'] {
  const { timeline, timeSeconds } = analysis;
  return timeline && { offsets: timeline.offsets, seconds: timeline.seconds, totalSeconds: timeSeconds };
}
