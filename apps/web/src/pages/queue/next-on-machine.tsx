import './queue.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import type { Job } from '../../api/queries';
import { addWords } from '../../i18n/add-words';
import { ActButton } from '../../parts/act-button';
import { formatHour } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { Section } from '../machine/section';
import { expectedOn } from './expected-on';
import { changeQueue, QUEUE_TOUCHES } from './queries';
import { en, fr } from './words';

addWords('queue', { fr, en });

/** As many jobs as are looked through: the next ones of a machine stand near the beginning of the queue. */
const LOOKED_AT = 100;
const OFTEN_MS = 10_000;

/** On the page of a machine: which jobs the staff put next on it, and which ones are expected there. */
export function NextOnMachine({ machineId, labId }: { machineId: string; labId: string }) {
  const { t } = useTranslation();
  const query = { labId, state: 'queued', order: 'queue', limit: LOOKED_AT } as const;
  const { data, error, refetch } = useQuery({
    ...get('/api/v1/jobs', { query }),
    refetchInterval: OFTEN_MS,
  });
  const next = expectedOn(data?.items ?? [], machineId);
  return (
    <Section title={t('queue.onMachine.title')}>
      {error && <ProblemAlert error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && next.length === 0 && <p>{t('queue.onMachine.none')}</p>}
      <ol className="rows">
        {next.map((job) => (
          <Next key={job.id} job={job} machineId={machineId} />
        ))}
      </ol>
      <Link to="/queue" className="row-link">
        {t('queue.onMachine.all')}
      </Link>
    </Section>
  );
}

function Next({ job, machineId }: { job: Job; machineId: string }) {
  const { t } = useTranslation();
  const { expected } = job;
  const isPut = job.queue.nextOn === machineId;
  const hour = expected && t('queue.about', { hour: formatHour(expected.startAt, Date.now()) });
  return (
    <li>
      <Link to={`/jobs/${job.id}`} className="row-link typed">
        {job.fileName}
      </Link>
      <p className="queue-line">
        {[
          hour ?? t('queue.unknown'),
          isPut && t('queue.onMachine.put'),
          expected?.needsChange && t('queue.mark.change'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isPut && (
        <ActButton
          label={t('queue.onMachine.notPut')}
          act={() => changeQueue(job, { nextOn: null })}
          touches={QUEUE_TOUCHES}
        />
      )}
    </li>
  );
}
