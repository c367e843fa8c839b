import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import type { Job } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { useToast } from '../../parts/toasts/use-toast';
import { changeQueue, QUEUE_TOUCHES } from './queries';
import { moveWithin, type Place, placeAt, placeOf, type Target, targetIn, withPlaces } from './reorder';
import { type QueuePages, queueKey } from './use-queue';

/** A row that goes to a place of the list, which is kept inside the list. */
export type MoveRow = (id: string, target: Target) => void;

interface Move {
  readonly job: Job;
  readonly place: Place;
  /** The place in the queue that the person chose. */
  readonly wanted: number | null;
}

/** The waiting jobs of a lab as this page has them now. The rows on the screen follow a moment later. */
export function useRowsNow(labId: string): () => readonly Job[] {
  const queries = useQueryClient();
  return () =>
    queries.getQueryData<QueuePages>(queueKey(labId, 'all'))?.pages.flatMap(({ items }) => items) ?? [];
}

/**
 * Moves a row of the queue. It moves at once on the page; moves are sent one after the other, so that several quick ones
 * do not overtake each other. If another manager was faster, the queue is read again and a message says who it was.
 */
export function useMove(labId: string): MoveRow {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const rowsNow = useRowsNow(labId);
  const key = queueKey(labId, 'all');
  /** Where the rows that are being moved stood at first. */
  const origins = useRef(new Map<string, Place | undefined>());
  const isLast = () => queries.isMutating({ mutationKey: key }) <= 1;
  const send = useMutation({
    mutationKey: key,
    scope: { id: key.join() },
    mutationFn: ({ job, place }: Move) => changeQueue(job, { move: place }),
    onSuccess: (answer, { wanted }) => {
      if (!isLast()) return;
      const back = origins.current.get(answer.id);
      const { fileName: name, position } = answer;
      const isThere = position === null || wanted === null || position === wanted;
      const said = isThere
        ? t('queue.move.done', { name, place: position ?? wanted })
        : t('queue.move.near', { name, place: position, wanted });
      toast(said, back && { act: () => changeQueue(answer, { move: back }), touches: QUEUE_TOUCHES });
    },
    onError: (error) => {
      const { what, cure } = asProblem(error);
      toast(`${what} ${cure}`);
    },
    onSettled: async () => {
      if (!isLast()) return;
      origins.current.clear();
      await askAgain(queries, ...QUEUE_TOUCHES);
    },
  });
  return (id, target) => {
    // First, as it puts back what was shown before the request that it cancels. It does so before it returns.
    void queries.cancelQueries({ queryKey: key });
    const jobs = rowsNow();
    const ids = jobs.map((job) => job.id);
    const from = ids.indexOf(id);
    const to = targetIn(ids, from, target);
    const [job, place] = [jobs[from], placeAt(ids, from, to)];
    if (!job || !place) return;
    if (!origins.current.has(id)) origins.current.set(id, placeOf(ids, from));
    // Not in `onMutate`, which runs later: a second key press would still count from the old place.
    queries.setQueryData<QueuePages>(key, (pages) => pages && reordered(pages, from, to));
    send.mutate({ job, place, wanted: jobs[to]?.position ?? null });
  };
}

/** The pages with one row moved; each page keeps its length. */
function reordered({ pages, ...others }: QueuePages, from: number, to: number): QueuePages {
  const items = withPlaces(
    moveWithin(
      pages.flatMap((page) => page.items),
      from,
      to,
    ),
  );
  let begin = 0;
  return {
    ...others,
    pages: pages.map((page) => {
      const own = items.slice(begin, begin + page.items.length);
      begin += page.items.length;
      return { ...page, items: [...own] };
    }),
  };
}
