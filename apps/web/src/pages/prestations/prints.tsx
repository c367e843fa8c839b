import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { useLiveLab } from '../../api/live';
import type { Job } from '../../api/queries';
import { addWords } from '../../i18n/add-words';
import { Thumbnail } from '../../parts/file/thumbnail';
import { ProblemAlert } from '../../parts/problem-alert';
import { JobProgress } from '../jobs/job-progress';
import { StateMark } from '../jobs/state-mark';
import * as jobs from '../jobs/words';
import { Section } from './section';

addWords('jobs', jobs);

const runningFirst = (jobs: readonly Job[]): readonly Job[] =>
  [...jobs].sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running'));

/** As many prints as are shown; the list of jobs has the others. */
const MOST = 8;
/** New prints, and those in other labs than the one that is watched. */
const REFRESH_MS = 60_000;

/** The prints of the prestation, those that run first, with their pictures. The lab of the first that runs is watched. */
export function Prints({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery({
    ...get('/api/v1/jobs', { query: { prestationId: id, limit: MOST } }),
    refetchInterval: REFRESH_MS,
  });
  const listed = found.data?.items ?? [];
  const isWatched = ({ state }: Job) => state === 'running' || state === 'queued' || state === 'analysing';
  const { picture } = useLiveLab(runningFirst(listed).find(isWatched)?.labId);
  const items = runningFirst(
    listed.map((job) => picture?.jobs.find(({ id: watched }) => watched === job.id) ?? job),
  );
  return (
    <Section id="prints" title={t('prestations.prints.title')}>
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.data && items.length === 0 && (
        <p className="quiet">
          {t('prestations.prints.none')} <Link to="/submit">{t('prestations.prints.submit')}</Link>
        </p>
      )}
      <ul className="prints">
        {items.map((job) => (
          <li key={job.id}>
            <Thumbnail pictures={job.thumbnails} width={64} alt="" />
            <div>
              <Link to={`/jobs/${job.id}`} className="typed row-link">
                {job.fileName}
              </Link>
              {job.state === 'running' ? <JobProgress job={job} /> : <StateMark state={job.state} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
