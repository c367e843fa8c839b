import { Anchor, Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { Thumbnail } from '../../parts/file/thumbnail';
import { formatDuration, formatMoment } from '../../parts/format';
import { activeRun, memberQuery } from './queries';
import { StateMark } from './state-mark';

/** @param showOwner where they are everybody's: whose; else where */
export function JobItem({ job, showOwner }: { job: Job; showOwner: boolean }) {
  const { labs } = useLab();
  const lab = labs.find(({ id }) => id === job.labId)?.name;
  return (
    <li className="job-item">
      <Thumbnail pictures={job.thumbnails} width={56} alt="" />
      <div className="job-item-words">
        <Anchor component={Link} to={`/jobs/${job.id}`} fw={600} className="job-item-name">
          {job.fileName}
        </Anchor>
        <Text size="sm">
          {showOwner ? <Owner memberId={job.memberId} /> : lab}
          {' · '}
          <time dateTime={job.createdAt}>{formatMoment(job.createdAt)}</time>
        </Text>
        <JobProgress job={job} />
      </div>
      <StateMark state={job.state} />
    </li>
  );
}

function Owner({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(memberQuery(memberId));
  if (isPending) return '…';
  return data?.displayName ?? t('common.unknown');
}

/** How far it is; nothing where the lab does not say it. */
function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation();
  const progress = activeRun(job)?.progress;
  if (!progress) return null;
  const percent = Math.floor(progress.fraction * 100);
  const remaining = progress.remainingSeconds;
  return (
    <Group gap="xs" wrap="nowrap" mt={4}>
      <Progress.Root size="md" flex={1} maw={240}>
        <Progress.Section
          value={percent}
          aria-label={t('jobs.progress.label')}
          aria-valuetext={t('jobs.progress.percent', { percent })}
        />
      </Progress.Root>
      <Text size="sm">
        {t('jobs.progress.percent', { percent })}
        {remaining !== null && `, ${t('jobs.progress.remaining', { time: formatDuration(remaining) })}`}
      </Text>
    </Group>
  );
}
