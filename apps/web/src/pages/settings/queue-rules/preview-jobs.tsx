import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { formatDuration, formatHour } from '../../../parts/format';
import { JobOwner } from '../../jobs/job-owner';
import { useMachineNames } from '../../jobs/use-machine-names';

type Previewed = Schemas['PreviewedJob'];

/** Enough to see what happens. */
const SHOWN = 20;

interface Props {
  readonly jobs: readonly Previewed[];
  /** Jobs of the queue; more than are sent, in a long one. */
  readonly total: number;
  readonly labId: string;
}

/** Each job now and then, those that change first. */
export function PreviewJobs({ jobs, total, labId }: Props) {
  const { t } = useTranslation();
  const machineName = useMachineNames(labId);
  const shown = jobs.slice(0, SHOWN);
  const rest = total - shown.length;
  return (
    <>
      <ol className="queue-jobs" aria-label={t('queue-rules.preview.list')}>
        {shown.map((job, at) => (
          <li key={job.jobId ?? `${job.name} ${at}`} data-changed={job.isChanged || undefined}>
            <Who job={job} />
            <Place job={job} />
            <Hours job={job} machine={job.after.expected && machineName(job.after.expected.machineId)} />
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="quiet">{t('queue-rules.preview.more', { count: rest })}</p>}
    </>
  );
}

function Who({ job: { jobId, memberId, name } }: { job: Previewed }) {
  return (
    <span className="queue-who">
      {jobId ? <Link to={`/jobs/${jobId}`}>{name}</Link> : <b>{name}</b>}
      {memberId && (
        <span className="quiet">
          <JobOwner memberId={memberId} />
        </span>
      )}
    </span>
  );
}

function Place({ job: { before, after } }: { job: Previewed }) {
  const { t } = useTranslation();
  return (
    <span className="queue-place">
      {before.place === after.place
        ? t('queue-rules.preview.place', { place: after.place })
        : t('queue-rules.preview.placeFrom', { before: before.place, after: after.place })}
    </span>
  );
}

function Hours({ job, machine }: { job: Previewed; machine: string | undefined | null }) {
  const { t } = useTranslation();
  const { laterBySeconds, before, after } = job;
  const now = Date.now();
  const hour = (expected: Previewed['after']['expected']) =>
    expected ? formatHour(expected.startAt, now) : t('queue-rules.preview.noHour');
  const [was, is] = [hour(before.expected), hour(after.expected)];
  const duration = formatDuration(Math.abs(laterBySeconds ?? 0));
  return (
    <span className="queue-hours">
      <span>{was === is ? is : t('queue-rules.preview.from', { before: was, after: is })}</span>
      {machine && <span className="quiet">{machine}</span>}
      {laterBySeconds !== null && Math.abs(laterBySeconds) >= 60 && (
        <b data-later={laterBySeconds > 0 || undefined}>
          {t(laterBySeconds > 0 ? 'queue-rules.preview.laterBy' : 'queue-rules.preview.soonerBy', {
            duration,
          })}
        </b>
      )}
    </span>
  );
}
