import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';

/** Starts a failed task again. */
export function ReplayButton({ id }: { id: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const replay = useChange(
    () => api.POST('/api/v1/queues/dead-letters/{id}/replay', { params: { path: { id } } }),
    ['/api/v1/queues/dead-letters'],
    () => toast(t('failed-steps.replayed')),
  );
  return (
    <>
      <Button variant="default" className="touch" loading={replay.isPending} onClick={() => replay.mutate()}>
        {t('failed-steps.replay')}
      </Button>
      {replay.isError && <ProblemAlert error={replay.error} />}
    </>
  );
}
