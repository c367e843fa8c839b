import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { type Answer, ask, get } from '../../api/get';
import { Problem } from '../../api/problem';
import { fieldsOfWishes, type Wishes } from '../../parts/wishes/wishes';
import { type ForWhom, fieldsOfWhom } from './for-whom';

/** A file that was sent and waits to be submitted. */
export type Upload = Schemas['Upload'];
export type Preview = Schemas['Preview'];
export type Submitted = Schemas['Submitted'];
type Uploads = Answer<'/api/v1/uploads'>;

/** The request for a file. */
export interface SubmissionRequest {
  readonly labId: string;
  /** Other labs that may print it: it goes to the one that begins it first. */
  readonly otherLabIds: readonly string[];
  /** Empty: the material that the file is made for. */
  readonly material: string;
  readonly forWhom: ForWhom;
  /** The material that the file is made for, when the person has decided to print it in another one. */
  readonly insteadOf: string;
  readonly wishes: Wishes;
  readonly quantity: number;
}

/** The interval of polling for a file that the server is reading. */
const READING_MS = 1_000;
/** The interval of refreshing the preview: beds are cleared and machines become free meanwhile. */
const STANDING_MS = 10_000;

/** A refused request is not retried; a network failure is. */
const isRefused = (error: unknown): boolean => error instanceof Problem && error.code !== 'NETWORK';

const itemsOf = ({ items }: Uploads) => items;

/** The person's own uploads, the newest first. */
export const uploadsQuery = queryOptions({
  ...get('/api/v1/uploads'),
  select: itemsOf,
  refetchInterval: ({ state }) =>
    !isRefused(state.error) && state.data?.items.some((upload) => upload.state === 'pending')
      ? READING_MS
      : false,
});

/** The result if the file were submitted now. The old answer for the same lab stays until the new one arrives. */
export const previewQuery = (id: string, request: SubmissionRequest) => {
  const labs = request.otherLabIds.length > 0 ? { otherLabIds: request.otherLabIds.join(',') } : {};
  const params = { path: { id }, query: { ...fieldsOf(request), ...labs } };
  return queryOptions({
    ...get('/api/v1/uploads/{id}/preview', params),
    queryFn: ({ client }) => forgetWhenGone(client, id, ask('/api/v1/uploads/{id}/preview', params)),
    placeholderData: (before, query) => {
      const asked = query?.queryKey[1];
      return asked?.query.labId === request.labId ? before : undefined;
    },
    refetchInterval: ({ state }) => (isRefused(state.error) ? false : STANDING_MS),
  });
};

const fieldsOf = ({ labId, material, insteadOf, forWhom, wishes, quantity }: SubmissionRequest) => ({
  labId,
  quantity,
  ...(material && { material }),
  ...(insteadOf && { insteadOf }),
  ...fieldsOfWhom(forWhom),
  ...fieldsOfWishes(wishes),
});

/** Creates the jobs of an upload. Idempotent by its key: a retry after a lost answer creates no duplicate. */
export function submitUpload(
  queries: QueryClient,
  id: string,
  request: SubmissionRequest,
  key: string,
): Promise<Submitted> {
  const params = { path: { id }, header: { 'idempotency-key': key } };
  const { otherLabIds } = request;
  const body = {
    ...fieldsOf(request),
    ...(otherLabIds.length > 0 && { otherLabIds: [...otherLabIds] }),
  };
  return forgetWhenGone(queries, id, content(api.POST('/api/v1/uploads/{id}/jobs', { params, body })));
}

/** Deletes an upload; no error when it is already deleted. */
export async function removeUpload(queries: QueryClient, id: string): Promise<void> {
  const removal = content(api.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } }));
  await forgetWhenGone(queries, id, removal).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
  await noteGone(queries, id);
}

/** True when the upload was submitted, deleted or expired meanwhile. */
export const isGone = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'UPLOAD.UNKNOWN';

async function forgetWhenGone<Answer>(
  queries: QueryClient,
  id: string,
  asked: Promise<Answer>,
): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (isGone(error)) await noteGone(queries, id);
    throw error;
  }
}

const { queryKey } = uploadsQuery;

/** Adds a new upload to the list. A request for the list in progress would miss it: it is cancelled and repeated. */
export async function noteArrival(queries: QueryClient, upload: Upload): Promise<void> {
  await queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, (known) => ({
    items: [upload, ...(known?.items ?? []).filter(({ id }) => id !== upload.id)],
  }));
  lookAgain(queries);
}

/** Removes an upload from the list. A request for the list in progress would restore it: it is cancelled. */
export async function noteGone(queries: QueryClient, id: string): Promise<void> {
  await queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, (known) => known && { items: known.items.filter((each) => each.id !== id) });
  lookAgain(queries);
}

/** Fetches the list again: a file whose sending was stopped may have arrived anyway. */
export const lookAgain = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey });
