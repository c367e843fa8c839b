import { type MemberId, newId } from '@pandafab/shared';
import type { QueueJob } from '../../platform/queues/queue-job';

/** Finds the jobs that an account can pay for now, because it has more money, or because another job ended. */
export const coverJobs: QueueJob<{ readonly memberId: MemberId; readonly because: string }> = {
  name: 'account.cover',
  lane: { name: 'accounts', concurrency: 2 },
  attempts: 5,
  id: ({ memberId, because }) => `cover-${memberId}-${because}`,
  subject: ({ memberId }) => `cover-${memberId}`,
};

/** Each request is a step of its own: what it finds depends on when it runs. */
export const coveringOf = (memberId: MemberId) => ({ memberId, because: newId<string>() });
