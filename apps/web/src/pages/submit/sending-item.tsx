import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';
import { formatBytes } from './file-size';
import { type Sending, sendings } from './sendings';
import { isUnderWay } from './use-sendings';

/** A file being sent: its progress, or why it did not arrive and what to do about it. */
export function SendingItem({ sending, onGone }: { sending: Sending; onGone: () => void }) {
  const { t } = useTranslation();
  const { id, file, status, refusal, error, sentBytes } = sending;
  const retry = () => {
    sendings.retry(id);
    onGone();
  };
  const percent = file.size > 0 ? Math.floor((100 * sentBytes) / file.size) : 0;
  return (
    <Paper withBorder p="md" component="li" data-sending={id}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div className="upload-name">
            <Text fw={600}>{file.name}</Text>
            <Text size="sm">{statusWords(sending, percent, t)}</Text>
          </div>
          <Actions sending={sending} onGone={onGone} />
        </Group>
        {status === 'sending' && (
          <Progress.Root size="lg">
            <Progress.Section
              value={percent}
              aria-label={t('submit.progressOf', { name: file.name })}
              aria-valuetext={`${percent}\u00a0%`}
              animated={percent === 100}
            />
          </Progress.Root>
        )}
        {refusal && (
          <Notice tone="bad" role="alert" title={t(`submit.refusal.${refusal}`)}>
            <Text size="sm">{t(`submit.refusal.${refusal}Cure`)}</Text>
          </Notice>
        )}
        {status === 'failed' && <ProblemAlert error={error} retry={retry} />}
      </Stack>
    </Paper>
  );
}

/** The state in words; the sizes show progress to people who do not see the bar. */
function statusWords({ status, file, sentBytes }: Sending, percent: number, t: TFunction): string {
  if (status === 'arrived' || (status === 'sending' && sentBytes >= file.size))
    return t('submit.status.checking');
  if (status === 'sending') return t('submit.status.sending', { percent, size: formatBytes(file.size) });
  return t(`submit.status.${status}`);
}

function Actions({ sending, onGone }: { sending: Sending; onGone: () => void }) {
  const { t } = useTranslation();
  const { id, status, file } = sending;
  const { name } = file;
  // The pressed button is replaced by another one: the keyboard focus goes to the list.
  const then = (act: (id: string) => void) => () => {
    act(id);
    onGone();
  };
  if (isUnderWay(sending))
    return (
      <Button variant="default" aria-label={t('submit.stopOf', { name })} onClick={then(sendings.stop)}>
        {t('submit.stop')}
      </Button>
    );
  return (
    <Group gap="xs" justify="flex-end">
      {status === 'stopped' && (
        <Button variant="default" aria-label={t('submit.resendOf', { name })} onClick={then(sendings.retry)}>
          {t('submit.resend')}
        </Button>
      )}
      <Button variant="default" aria-label={t('submit.remove', { name })} onClick={then(sendings.remove)}>
        {t('submit.removeShort')}
      </Button>
    </Group>
  );
}
