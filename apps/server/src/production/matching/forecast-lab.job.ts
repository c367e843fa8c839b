import type { LabId } from '@pandafab/shared';
import type { QueueJob } from '../../platform/queues/queue-job';

/** Computes when the waiting jobs of a lab are expected to begin, as of one revision of the lab; after its match. */
export const forecastLab: QueueJob<{ readonly labId: LabId; readonly revision: number }> = {
  name: 'lab.forecast',
  lane: { name: 'forecasts', concurrency: 1 },
  attempts: 3,
  id: ({ labId, revision }) => `forecast-${labId}-${revision}`,
  subject: ({ labId }) => `forecast-${labId}`,
};
