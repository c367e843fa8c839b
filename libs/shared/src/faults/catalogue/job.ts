import { entries } from '../entry';

/** Jobs and their runs. */
export const jobFaults = entries({
  'JOB.NOT_QUEUED': {
    status: 409,
    en: ['The job is {state}, no longer in the queue.', 'Reload it to see where it is now.'],
    fr: ['Le travail est {state}, il n’est plus dans la file.', 'Rechargez-le pour voir où il en est.'],
  },
});
