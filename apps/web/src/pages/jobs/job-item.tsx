import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { Thumbnail } from '../../parts/file/thumbnail';
import { useStartWords } from '../../parts/file/use-start-words';
import { formatDuration } from '../../parts/format';
import { endOf, secondsOf } from './job-figures';
import { JobOwner } from './job-owner';
import { JobProgress } from './job-progress';
import { StateMark } from './state-mark';
import { useEndWords } from './use-end-words';

/** A job of the lab: its place in the queue, its picture, for whom it is, and when it is done or how long it takes. */
export function JobItem({ job }: { job: Job }) {
  const { t } = useTranslation();
  const endWords = useEndWords();
  const startWords = useStartWords();
  const seconds = secondsOf(job);
  const end = endOf(job);
  const length = seconds && t('jobs.table.about', { value: formatDuration(seconds.value) });
  const start = job.expected && t('jobs.table.starts', { about: startWords(job.expected).about });
  const time = end ? endWords(end) : [start, length].filter(Boolean).join(' · ');
  return (
    <li className="job-item">
      {job.position !== null && (
        <span className="job-item-rank">
          <span className="sr-only">{t('jobs.head.position')} </span>
          {job.position}
        </span>
      )}
      <Thumbnail pictures={job.thumbnails} width={64} alt="" />
      <div className="job-item-words">
        <Anchor component={Link} to={`/jobs/${job.id}`} fw={600} className="job-item-name">
          {job.fileName}
        </Anchor>
        <Text size="sm">
          <JobOwner memberId={job.memberId} />
          {time && ` · ${time}`}
        </Text>
        <JobProgress job={job} />
      </div>
      <StateMark state={job.state} />
    </li>
  );
}
