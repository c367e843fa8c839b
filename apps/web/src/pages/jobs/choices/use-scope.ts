import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, content, type Schemas } from '../../../api/client';
import type { Job } from '../../../api/queries';
import { askAgain, type Touched } from '../../../api/touched';
import { batchQuery } from '../queries';

/** What a maker changes of a waiting print. */
export type Changes = Omit<Schemas['CopiesChanges'], 'version'>;

/** The answers that a change of waiting prints makes stale. */
export const choicesTouch: readonly Touched[] = ['/api/v1/jobs', '/api/v1/batches/{id}'];

/**
 * Changes one waiting job, or all copies that wait with it. The server refuses a change by a person who saw an older
 * state: the present one is then fetched, so that the next attempt is made with it.
 */
export function useScope({ id, batchId, queue: { version } }: Job) {
  const queries = useQueryClient();
  const batch = useQuery(batchQuery(batchId)).data;
  const [isForAll, setForAll] = useState(true);
  const waiting = batch?.copies.waiting ?? 1;
  const forAll = isForAll && waiting > 1;
  const send = (changes: Changes): Promise<unknown> =>
    forAll && batch
      ? content(
          api.PATCH('/api/v1/batches/{id}/queue', {
            params: { path: { id: batchId } },
            body: { ...changes, version: batch.version },
          }),
        )
      : content(
          api.PATCH('/api/v1/jobs/{id}/queue', { params: { path: { id } }, body: { ...changes, version } }),
        );
  const change = async (changes: Changes): Promise<void> => {
    try {
      await send(changes);
    } catch (error) {
      await askAgain(queries, ...choicesTouch);
      throw error;
    }
  };
  return { waiting, isForAll, setForAll, change };
}
