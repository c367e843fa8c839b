import './why.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import type { Job } from '../../../api/queries';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { Section } from '../section';
import { BegunExplained } from './begun-explained';
import { WaitingExplained } from './waiting-explained';
import * as words from './words';

addWords('why', words);

const SECONDS = 1_000;

/** Why the job has its place and its machine; asked only once a person unfolds it. */
export function WhySection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (job.state !== 'queued' && job.runs.length === 0) return null;
  return (
    <Section title={t('why.title')}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('why.open')}</summary>
        {isOpen && <Explained job={job} />}
      </details>
    </Section>
  );
}

function Explained({ job: { id, labId, state } }: { job: Job }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    ...get('/api/v1/jobs/{id}/why', { path: { id } }),
    refetchInterval: state === 'queued' ? 15 * SECONDS : false,
  });
  if (error && !data) return <ProblemAlert error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { waiting, begun } = data;
  return (
    <div className="why">
      {waiting && <WaitingExplained waiting={waiting} labId={labId} />}
      {begun.map((each) => (
        <BegunExplained key={each.runId} begun={each} labId={labId} />
      ))}
      {!waiting && begun.length === 0 && <p>{t('why.none')}</p>}
    </div>
  );
}
