import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Job } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';

interface Props {
  readonly job: Job;
  readonly kind: 'waiting' | 'running' | 'stopped';
  readonly close: () => void;
}

/** Says what is lost before it is. Loaded when somebody asks. */
export default function ConfirmCancel({ job: { id, fileName }, kind, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => content(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: close,
    onSettled: () =>
      Promise.all(['job', 'jobs'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <Modal.Root opened onClose={close} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Stack>
            <Modal.Title component="h2" fw={700} fz="lg" className="anywhere">
              {t('jobs.cancel.title', { name: fileName })}
            </Modal.Title>
            <Text>{t(`jobs.cancel.${kind}Ask`)}</Text>
            {cancel.error && <ProblemAlert error={cancel.error} />}
            <Group justify="flex-end">
              <Button variant="default" size="md" onClick={close}>
                {t('jobs.cancel.keep')}
              </Button>
              <Button color="red.9" size="md" loading={cancel.isPending} onClick={() => cancel.mutate()}>
                {t(`jobs.cancel.${kind}`)}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
