import type { QueueJob, QueueLane } from '../../platform/queues/queue-job';

/** An analysis uses a whole core, so only one runs at a time. */
export const analysisLane: QueueLane = { name: 'analysis', concurrency: 1 };

/** Analyses a new content. */
export const analyseFile: QueueJob<{ readonly sha256: string }> = {
  name: 'file.analyse',
  lane: analysisLane,
  attempts: 3,
  id: ({ sha256 }) => `analyse-${sha256}`,
  subject: ({ sha256 }) => `analyse-${sha256}`,
};
