import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, content } from '../../api/client';
import type { Job } from '../../api/queries';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { ProblemAlert } from '../../parts/problem-alert';
import { ConfirmCancel } from './confirm-cancel';
import { isStopping } from './progress-section';
import { activeRun } from './queries';

/** In which way a job can be given up now. */
export function cancelKind(job: Job): 'waiting' | 'running' | 'stopped' | undefined {
  if (job.state === 'analysing' || job.state === 'queued') return 'waiting';
  if (job.state === 'stopped') return 'stopped';
  const run = activeRun(job);
  return run && !isStopping(job, run) ? 'running' : undefined;
}

/** Giving up, and making again: for whoever it is for, and staff of its lab. */
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

/** Leads on to the new job. Pressed twice, the server answers the same one. */
function useRedo(id: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => content(api.POST('/api/v1/jobs/{id}/redo', { params: { path: { id } } })),
    onSuccess: (made) => {
      navigate(`/jobs/${made.id}`);
      return queries.invalidateQueries({ queryKey: ['jobs'] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['job', id] }),
  });
}
