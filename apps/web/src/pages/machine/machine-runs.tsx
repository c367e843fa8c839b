import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { isActive } from '../../parts/active-run';
import { Thumbnail } from '../../parts/file/thumbnail';
import { formatDuration, formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useOwnerName } from '../wall/queries';
import { labJobsQuery } from './queries';
import { type RunOfJob, runsOn } from './runs-on';
import { Section } from './section';

interface Props {
  readonly machineId: string;
  readonly labId: string;
  readonly liveJobs: readonly Job[];
  readonly isStaff: boolean;
}

/** The latest runs on this machine that this person may see. */
export function MachineRuns({ machineId, labId, liveJobs, isStaff }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(labJobsQuery(labId));
  if (!data)
    return (
      <Section title={t('machine.runs.title')}>
        {error ? <ProblemAlert error={error} retry={refetch} /> : <Loading />}
      </Section>
    );
  const runs = runsOn(machineId, liveJobs, data);
  return (
    <Section title={t('machine.runs.title')}>
      {runs.length === 0 && <p>{t(isStaff ? 'machine.runs.none' : 'machine.runs.noneOfYours')}</p>}
      <ul className="rows">
        {runs.map((each) => (
          <RunRow key={each.run.id} {...each} isStaff={isStaff} />
        ))}
      </ul>
    </Section>
  );
}

function RunRow({ job, run, isStaff }: RunOfJob & { isStaff: boolean }) {
  const { t } = useTranslation();
  const owner = useOwnerName(job.memberId, job.labId);
  return (
    <li className="run-row">
      <Thumbnail pictures={job.thumbnails} width={64} alt="" />
      <div>
        <p>
          <Link to={`/jobs/${job.id}`} className="card-link">
            {job.fileName}
          </Link>{' '}
          {owner && t('wall.by', { owner })}
        </p>
        <p>
          <b>{t(`machine.runs.state.${run.state}`)}</b> · {formatMoment(run.startedAt ?? run.assignedAt)}
          {run.endedAt && ` · ${formatDuration(run.seconds)}`}
        </p>
        {run.cause && <p>{run.cause.what}</p>}
        {isStaff && !isActive(run) && (
          <p>
            <a href={`/api/v1/runs/${run.id}/transcript`} download className="card-link touch">
              {t('machine.runs.transcript')}
              <span className="sr-only"> – {job.fileName}</span>
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
