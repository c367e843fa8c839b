import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { formatDuration, formatHour } from '../../parts/format';
import { secondsOf } from '../jobs/job-figures';
import { JobOwner } from '../jobs/job-owner';
import { useGroupName } from '../jobs/use-group-name';
import { Material } from './material';

/** The name of the part, and for whom it is. */
export function Whose({ job }: { job: Job }) {
  const { t } = useTranslation();
  const group = useGroupName(job.groupId);
  return (
    <>
      <Link to={`/jobs/${job.id}`} className="queue-name">
        {job.fileName}
      </Link>
      <p className="queue-line">
        <JobOwner memberId={job.memberId} />
        {group && ` · ${group}`}
        {job.prestationId && ` · ${t('queue.order')}`}
      </p>
    </>
  );
}

interface Props {
  readonly job: Job;
  readonly nameOf: (machineId: string) => string | undefined;
}

/** When and where it is expected to begin, how long it takes, and in which material. */
export function When({ job, nameOf }: Props) {
  const { t } = useTranslation();
  const { expected } = job;
  const seconds = secondsOf(job);
  const now = Date.now();
  const hour = (iso: string) => formatHour(iso, now);
  const isNow = expected && Date.parse(expected.startAt) <= now + 60_000;
  return (
    <div className="queue-when">
      <p>
        <b>
          {!expected && t('queue.unknown')}
          {expected && (isNow ? t('queue.now') : t('queue.about', { hour: hour(expected.startAt) }))}
        </b>
        {expected && ` ${t('queue.on', { machine: nameOf(expected.machineId) ?? '…' })}`}
      </p>
      <p className="queue-line">
        {[
          expected &&
            t('queue.between', { from: hour(expected.startFrom), until: hour(expected.startUntil) }),
          seconds && t('queue.lasts', { time: formatDuration(seconds.value) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Material job={job} />
    </div>
  );
}
