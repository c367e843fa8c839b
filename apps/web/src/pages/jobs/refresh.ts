import type { Job } from '../../api/queries';

const OFTEN_MS = 4_000;
const SELDOM_MS = 15_000;

/** How often a list of jobs is fetched again: running jobs change all the time. */
export const refreshMs = (jobs: readonly Job[]): number =>
  jobs.some(({ state }) => state === 'running' || state === 'analysing') ? OFTEN_MS : SELDOM_MS;
