import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import type { Job } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { useToast } from '../../parts/toasts/use-toast';
import { changeQueue, QUEUE_TOUCHES } from './queries';

/** Gives a manager's yes at once. The focus goes on to the next job that waits for one. */
export function ApproveButton({ job }: { job: Job }) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const next = useRef<HTMLElement | undefined>(undefined);
  const approve = useChange(
    () => changeQueue(job, { approval: { decision: 'given' } }),
    QUEUE_TOUCHES,
    () => {
      toast(t('queue.approve.done', { name: job.fileName }));
      next.current?.focus();
    },
  );
  const press = (pressed: HTMLButtonElement) => {
    const all = [...document.querySelectorAll<HTMLButtonElement>('[data-approves]')];
    next.current = all[all.indexOf(pressed) + 1] ?? all[all.indexOf(pressed) - 1];
    approve.mutate(undefined, {
      onError: (error) => {
        const { what, cure } = asProblem(error);
        toast(`${what} ${cure}`);
        void askAgain(queries, ...QUEUE_TOUCHES);
      },
    });
  };
  return (
    <Button
      look="main"
      data-approves=""
      isBusy={approve.isPending}
      aria-label={t('queue.approve.of', { name: job.fileName })}
      onClick={({ currentTarget }) => press(currentTarget)}
    >
      {t('queue.approve.short')}
    </Button>
  );
}
