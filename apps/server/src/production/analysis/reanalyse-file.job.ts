import type { QueueJob } from '../../platform/queues/queue-job';
import { analysisLane } from '../files/analyse-file.job';

/** Analyses a content again that an analyser older than `version` has read. */
export const reanalyseFile: QueueJob<{ readonly sha256: string; readonly version: number }> = {
  name: 'file.reanalyse',
  lane: analysisLane,
  attempts: 3,
  // New files go first, because people wait for them.
  priority: 10,
  id: ({ sha256, version }) => `reanalyse-${sha256}-${version}`,
  subject: ({ sha256 }) => `reanalyse-${sha256}`,
};
