import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, content } from '../../api/client';
import type { Job } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { activeRun } from '../../parts/active-run';
import { ProblemAlert } from '../../parts/problem-alert';
import { ConfirmCancel } from './confirm-cancel';
import { isStopping } from './progress-section';

/** How a job can be cancelled in its present state. */
export function cancelKind(job: Job): 'waiting' | 'running' | 'stopped' | undefined {
  if (job.state === 'analysing' || job.state === 'queued') return 'waiting';
  if (job.state === 'stopped') return 'stopped';
  const run = activeRun(job);
  return run && !isStopping(job, run) ? 'running' : undefined;
}

/** Cancelling and redoing: for the job's owner and the staff of its lab. */
export function JobActions({ job }: { job: Job }) {
  const { t } = useTranslation();
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const redo = useRedo(job.id);
  if (job.memberId !== me.member.id && !holdsIn(me, job.labId, ...LAB_STAFF)) return null;
  const kind = cancelKind(job);
  if (!kind) return null;
  return (
    <Stack gap="sm">
      <Group>
        {job.state === 'stopped' && (
          <Button loading={redo.isPending} onClick={() => redo.mutate()}>
            {t('jobs.redo')}
          </Button>
        )}
        <Button variant="default" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t(`jobs.cancel.${kind}`)}
        </Button>
      </Group>
      {redo.error && <ProblemAlert error={redo.error} />}
      {isAsking && <ConfirmCancel job={job} kind={kind} close={() => setAsking(false)} />}
    </Stack>
  );
}

/** Opens the new job. When it is pressed twice, the server answers with the same job. */
function useRedo(id: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => content(api.POST('/api/v1/jobs/{id}/redo', { params: { path: { id } } })),
    onSuccess: (made) => {
      navigate(`/jobs/${made.id}`);
    },
    onSettled: () => askAgain(queries, '/api/v1/jobs'),
  });
}
