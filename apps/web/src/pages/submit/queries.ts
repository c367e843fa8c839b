import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { Problem } from '../../api/problem';
import { currentLanguage } from '../../i18n/i18n';
import { type ForWhom, fieldsOfWhom } from './for-whom';

/** A file that was sent and waits to be submitted. */
export type Upload = Schemas['UploadDto_Output'];
export type Preview = Schemas['PreviewDto_Output'];
export type Submitted = Schemas['SubmittedDto_Output'];

/** What is asked for of a file, beside how many. */
export interface Wish {
  readonly labId: string;
  /** Empty: what the file is made for. */
  readonly material: string;
  readonly forWhom: ForWhom;
  /** What the file is made for, where the person wants another material all the same. */
  readonly insteadOf: string;
}

/** How soon a file that is being read may have been. */
const READING_MS = 1_000;
/** Beds are cleared and machines freed while one looks. */
const STANDING_MS = 10_000;

const UPLOADS = 'uploads';

/** What the service refused, it refuses again; a network comes back. */
const isRefused = (error: unknown): boolean => error instanceof Problem && error.code !== 'NETWORK';

/** One's own, the newest first. */
export const uploadsQuery = () =>
  queryOptions({
    queryKey: [UPLOADS, currentLanguage()],
    queryFn: async () => (await content(api.GET('/api/v1/uploads'))).items,
    refetchInterval: ({ state }) =>
      !isRefused(state.error) && state.data?.some((upload) => upload.state === 'pending')
        ? READING_MS
        : false,
  });

/** What would become of it if it were submitted now. What is known of the same lab stays until the answer comes. */
export const previewQuery = (id: string, wish: Wish) =>
  queryOptions({
    queryKey: ['preview', currentLanguage(), id, wish],
    queryFn: ({ client }) => {
      const params = { path: { id }, query: fieldsOf(wish) };
      return forgetWhenGone(client, id, content(api.GET('/api/v1/uploads/{id}/preview', { params })));
    },
    placeholderData: (before, query) => {
      const asked = query?.queryKey[3] as Wish | undefined;
      return asked?.labId === wish.labId ? before : undefined;
    },
    refetchInterval: ({ state }) => (isRefused(state.error) ? false : STANDING_MS),
  });

const fieldsOf = ({ labId, material, insteadOf, forWhom }: Wish) => ({
  labId,
  ...(material && { material }),
  ...(insteadOf && { insteadOf }),
  ...fieldsOfWhom(forWhom),
});

/** Makes the jobs of an upload. Sent again with the same key, after an answer that was lost, it makes nothing twice. */
export function submitUpload(
  queries: QueryClient,
  id: string,
  wish: Wish & { readonly quantity: number },
  key: string,
): Promise<Submitted> {
  const params = { path: { id }, header: { 'idempotency-key': key } };
  const body = { ...fieldsOf(wish), quantity: wish.quantity };
  return forgetWhenGone(queries, id, content(api.POST('/api/v1/uploads/{id}/jobs', { params, body })));
}

/** Throws it away; nothing where that is done. */
export async function removeUpload(queries: QueryClient, id: string): Promise<void> {
  const removal = content(api.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } }));
  await forgetWhenGone(queries, id, removal).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
  await noteGone(queries, id);
}

/** Submitted, thrown away or expired meanwhile. */
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

/** Shows what has just arrived: a list that was asked for before would not have it, and is asked for again. */
export async function noteArrival(queries: QueryClient, upload: Upload): Promise<void> {
  const { queryKey } = uploadsQuery();
  await queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, (known = []) => [upload, ...known.filter(({ id }) => id !== upload.id)]);
  queries.invalidateQueries({ queryKey });
}

/** Shows no more what was submitted or thrown away, nor lets a list that was asked for before bring it back. */
export async function noteGone(queries: QueryClient, id: string): Promise<void> {
  const all = { queryKey: [UPLOADS] };
  await queries.cancelQueries(all);
  queries.setQueriesData<readonly Upload[]>(all, (known) => known?.filter((upload) => upload.id !== id));
  queries.invalidateQueries(all);
}

/** A file whose sending was stopped may have arrived all the same. */
export const lookAgain = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: [UPLOADS] });
