import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Job } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { OnceMore } from '../../parts/once-more';
import { useToast } from '../../parts/toasts/use-toast';

interface Props {
  readonly job: Job;
  readonly kind: 'waiting' | 'running' | 'stopped';
  readonly close: () => void;
}

/** Says what a cancellation loses, and asks for confirmation. */
export function ConfirmCancel({ job: { id, fileName }, kind, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const cancel = useMutation({
    mutationFn: () => content(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: () => {
      close();
      toast(t(`jobs.cancel.${kind}Done`, { name: fileName }));
    },
    onSettled: () => askAgain(queries, '/api/v1/jobs'),
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
