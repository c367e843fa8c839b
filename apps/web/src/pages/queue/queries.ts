import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import type { Job } from '../../api/queries';
import type { Touched } from '../../api/touched';

/** What can be changed about a waiting job, without the version. */
export type QueueChanges = Omit<Schemas['QueueChanges'], 'version'>;

/** Changes a waiting job, as its author saw it. @throws Problem, such as JOB.CHANGED_BY */
export const changeQueue = ({ id, queue: { version } }: Pick<Job, 'id' | 'queue'>, body: QueueChanges) =>
  content(api.PATCH('/api/v1/jobs/{id}/queue', { params: { path: { id } }, body: { ...body, version } }));

/** The answers that a change of a waiting job makes stale. */
export const QUEUE_TOUCHES: readonly Touched[] = ['/api/v1/jobs', '/api/v1/batches/{id}'];

/** How many waiting jobs of a lab need a manager's yes. */
export const askedQuery = (labId: string) => ({
  ...get('/api/v1/jobs', { query: { labId, state: 'queued', approval: 'asked', limit: 1 } }),
  refetchInterval: 15_000,
});

export const batchQuery = (id: string) => get('/api/v1/batches/{id}', { path: { id } });

/** The colours on the spools of a lab, with their swatches. */
export const coloursQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/colours', { path: { id } }),
  staleTime: 60_000,
});

/** True while people can decide about a job: nothing was printed yet. */
export const isWaiting = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'queued' || state === 'analysing';
