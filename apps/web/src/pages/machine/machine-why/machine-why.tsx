import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { formatHour } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { Section } from '../section';
import * as words from './words';

addWords('machine-why', words);

const EVERY_MS = 15_000;

/** Why a machine prints what it prints, or why it is idle; asked only once it is unfolded. For staff. */
export function MachineWhy({ machineId }: { machineId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('machine-why.title')}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('machine-why.open')}</summary>
        {isOpen && <Answer machineId={machineId} />}
      </details>
    </Section>
  );
}

function Answer({ machineId }: { machineId: string }) {
  const { data, error, refetch } = useQuery({
    ...get('/api/v1/machines/{id}/why', { path: { id: machineId } }),
    refetchInterval: EVERY_MS,
  });
  if (error && !data) return <ProblemAlert error={error} retry={() => void refetch()} />;
  return data ? <Explained why={data} /> : <Loading />;
}

function Explained({ why }: { why: Schemas['MachineWhy'] }) {
  const { t } = useTranslation();
  const { notReady, kept, waiting, fitting, reasons } = why;
  return (
    <div className="machine-why">
      <Running running={why.running} />
      {notReady.length > 0 && (
        <div>
          <p>{t('machine-why.notReady')}</p>
          <ul>
            {notReady.map(({ code, what, cure }) => (
              <li key={code}>
                {what} {cure}
              </li>
            ))}
          </ul>
        </div>
      )}
      {kept && (
        <p>{t('machine-why.kept', { name: kept.fileName, time: formatHour(kept.until, Date.now()) })}</p>
      )}
      <Next why={why} />
      {waiting > 0 && <p>{t('machine-why.fitting', { fitting, waiting })}</p>}
      {reasons.length > 0 && (
        <div>
          <p>{t('machine-why.reasons')}</p>
          <ul>
            {reasons.map(({ cause, jobs }) => (
              <li key={cause.what}>
                <b>{t('machine-why.jobs', { count: jobs })}</b> {cause.what}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Running({ running }: { running: Schemas['MachineWhy']['running'] }) {
  const { t } = useTranslation();
  if (!running) return null;
  const { jobId, fileName, decision } = running;
  return (
    <p>
      <Link to={`/jobs/${jobId}`}>{t('machine-why.prints', { name: fileName })}</Link>{' '}
      {decision && t('machine-why.printsPlace', { place: decision.place, of: decision.of })}
    </p>
  );
}

function Next({ why: { next, waiting } }: { why: Schemas['MachineWhy'] }) {
  const { t } = useTranslation();
  if (waiting === 0) return <p>{t('machine-why.empty')}</p>;
  if (!next) return <p>{t('machine-why.noNext')}</p>;
  const time = formatHour(next.expected.startAt, Date.now());
  return (
    <p>
      <Link to={`/jobs/${next.jobId}`}>{t('machine-why.next', { name: next.fileName, time })}</Link>
    </p>
  );
}
