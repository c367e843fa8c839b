import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Job } from '../../api/queries';
import { OnceMore } from '../../parts/once-more';

interface Props {
  readonly job: Job;
  readonly kind: 'waiting' | 'running' | 'stopped';
  readonly close: () => void;
}

/** Says what is lost before it is. */
export function ConfirmCancel({ job: { id, fileName }, kind, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => content(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: close,
    onSettled: () =>
      Promise.all(['job', 'jobs'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <OnceMore
      title={t('jobs.cancel.title', { name: fileName })}
      keep={t('jobs.cancel.keep')}
      confirm={t(`jobs.cancel.${kind}`)}
      isBusy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate()}
      onClose={close}
    >
      <Text>{t(`jobs.cancel.${kind}Ask`)}</Text>
    </OnceMore>
  );
}
