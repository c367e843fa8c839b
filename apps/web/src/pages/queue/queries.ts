import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import type { Job } from '../../api/queries';
import type { Touched } from '../../api/touched';

/** What can be changed about a waiting job, without the version. */
export type QueueChanges = Omit<Schemas['QueueChanges'], 'version'>;

/** The changes that this page has under way, by job, and the versions that its own changes made of others. */
const underWay = new Map<string, Promise<Job>>();
const made = new Map<string, number>();

/**
 * Changes a waiting job, as its author saw it. The changes of one job are sent one after the other. What the same person
 * changed here since, such as a move whose answer the rows do not have yet, is no conflict.
 * @throws Problem, such as JOB.CHANGED_BY
 */
export async function changeQueue(
  { id, queue }: Pick<Job, 'id' | 'queue'>,
  body: QueueChanges,
): Promise<Job> {
  const before = underWay.get(id)?.catch(() => undefined) ?? Promise.resolve(undefined);
  const sent = before.then(() => send(id, sinceThen(id, queue.version), body));
  underWay.set(id, sent);
  try {
    return await sent;
  } finally {
    if (underWay.get(id) === sent) underWay.delete(id);
  }
}

async function send(id: string, version: number, changes: QueueChanges): Promise<Job> {
  const body = { ...changes, version };
  const answer = await content(api.PATCH('/api/v1/jobs/{id}/queue', { params: { path: { id } }, body }));
  made.set(`${id} ${version}`, answer.queue.version);
  return answer;
}

/** The version after all changes that were made here, one directly on the other. */
function sinceThen(id: string, version: number): number {
  const next = made.get(`${id} ${version}`);
  return next === undefined ? version : sinceThen(id, next);
}

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
