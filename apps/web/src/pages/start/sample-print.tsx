import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import type { Job } from '../../api/queries';
import { activeRun } from '../../parts/active-run';
import { Thumbnail } from '../../parts/file/thumbnail';
import { formatDuration } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Joy } from './joy';

const LOOK_AGAIN_MS = 1_000;
const PICTURE_PX = 132;

/** The sample on its way: read, waiting, printing, ready. */
export function SamplePrint({ jobId }: { jobId: string }) {
  const { t } = useTranslation();
  const { data: job } = useQuery({
    ...get('/api/v1/jobs/{id}', { path: { id: jobId } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (!job) return <Loading />;
  const isDone = job.state === 'done';
  return (
    <div className="sample" data-done={isDone || undefined}>
      <Thumbnail pictures={job.thumbnails} width={PICTURE_PX} alt="" />
      <div className="sample-words">
        <p className="sample-state" role="status">
          {t(`start.print.state.${job.state}`)}
        </p>
        {job.state === 'running' && <Running job={job} />}
        {job.state === 'queued' && <Waiting job={job} />}
        {isDone && <p>{t('start.print.doneText')}</p>}
        <Anchor component={Link} to={isDone ? '/' : `/jobs/${job.id}`}>
          {t(isDone ? 'start.print.wall' : 'start.print.see')}
        </Anchor>
      </div>
      {isDone && <Joy />}
    </div>
  );
}

function Running({ job }: { job: Job }) {
  const { t } = useTranslation();
  const progress = activeRun(job)?.progress;
  if (!progress) return null;
  const { fraction, remainingSeconds } = progress;
  return (
    <>
      <progress aria-label={t('start.print.progress')} value={fraction} max={1} />
      {remainingSeconds !== null && (
        <p className="quiet">{t('start.print.left', { time: formatDuration(remainingSeconds) })}</p>
      )}
    </>
  );
}

/** Why it does not begin: what each machine lacks, each reason once. */
function Waiting({ job }: { job: Job }) {
  const reasons = (job.waiting ?? []).flatMap((machine) => machine.reasons);
  const sentences = new Set(reasons.map(({ what, cure }) => `${what} ${cure}`));
  return (
    <ul className="start-list">
      {[...sentences].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
