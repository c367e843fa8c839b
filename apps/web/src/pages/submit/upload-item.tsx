import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';
import { formatBytes } from './file-size';
import { type Upload, uploads } from './uploads';

/** One file: how far it is, what became of it, and what can be done about it. */
export function UploadItem({ upload, retry }: { upload: Upload; retry: () => void }) {
  const { t } = useTranslation();
  const { file, status, refusal, error, answer, sentBytes } = upload;
  const percent = file.size > 0 ? Math.floor((100 * sentBytes) / file.size) : 0;
  return (
    <Paper withBorder p="sm" component="li">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div className="upload-name">
            <Text fw={600}>{file.name}</Text>
            <Text size="sm" role="status">
              {statusWords(upload, percent, t)}
            </Text>
          </div>
          <Action upload={upload} />
        </Group>
        {status === 'sending' && (
          <Progress.Root size="lg">
            <Progress.Section
              value={percent}
              aria-label={t('submit.progressOf', { name: file.name })}
              aria-valuetext={`${percent} %`}
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
        {answer?.notices.map(({ code, what, cure }) => (
          <Notice key={code} title={what}>
            <Text size="sm">{cure}</Text>
          </Notice>
        ))}
      </Stack>
    </Paper>
  );
}

/** The state in words; sizes say that something moves where a bar is not seen. */
function statusWords(
  { status, file, sentBytes, answer }: Upload,
  percent: number,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  if (status === 'sending' && sentBytes >= file.size) return t('submit.status.checking');
  if (status === 'sending') return t('submit.status.sending', { percent, size: formatBytes(file.size) });
  if (status === 'sent') return t('submit.status.sent', { count: answer?.jobs.length ?? 1 });
  return status === 'ready'
    ? `${t('submit.status.ready')} (${formatBytes(file.size)})`
    : t(`submit.status.${status}`);
}

function Action({ upload: { id, status, file, answer } }: { upload: Upload }) {
  const { t } = useTranslation();
  const { name } = file;
  if (status === 'sending' || status === 'waiting')
    return (
      <Button variant="default" aria-label={t('submit.stopOf', { name })} onClick={() => uploads.stop(id)}>
        {t('submit.stop')}
      </Button>
    );
  const job = answer?.jobs[0];
  if (job)
    return (
      <Button component={Link} to={`/jobs/${job.id}`} aria-label={t('submit.seeOf', { name })}>
        {t('submit.see')}
      </Button>
    );
  return (
    <Button variant="default" aria-label={t('submit.remove', { name })} onClick={() => uploads.remove(id)}>
      {t('submit.removeShort')}
    </Button>
  );
}
