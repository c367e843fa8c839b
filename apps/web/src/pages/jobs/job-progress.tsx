import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { activeRun } from '../../parts/active-run';

/** How far a print is; nothing when the lab does not report it. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation();
  const progress = activeRun(job)?.progress;
  if (!progress) return null;
  const percent = Math.floor(progress.fraction * 100);
  return (
    <Group gap="xs" wrap="nowrap" mt={4} miw={140}>
      <Progress.Root size="md" flex={1} maw={240}>
        <Progress.Section
          value={percent}
          color="var(--busy)"
          aria-label={t('jobs.progress.label')}
          aria-valuetext={t('jobs.progress.percent', { percent })}
        />
      </Progress.Root>
      <Text size="sm">{t('jobs.progress.percent', { percent })}</Text>
    </Group>
  );
}
