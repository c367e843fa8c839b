import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { formatDay } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { titleOf } from '../agenda/session';
import { Section } from './section';
import { TaughtLine } from './taught-line';

/** The sessions that this client order pays for, each with the button that makes a line of it. Nothing without any. */
export function Taught({ id, isFrozen }: { id: string; isFrozen: boolean }) {
  const { t } = useTranslation();
  const found = useQuery(get('/api/v1/lab-sessions', { query: { prestationId: id } }));
  if (found.data?.items.length === 0) return null;
  return (
    <Section id="taught" title={t('prestations.taught.title')}>
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      <ul className="rows">
        {found.data?.items.map((session) => (
          <li key={session.id}>
            <p>
              <Link to={`/agenda/${session.id}`} className="typed">
                {titleOf(session)}
              </Link>{' '}
              <span className="quiet">
                {formatDay(session.from)} · {session.labName}
              </span>
            </p>
            {session.prestationLineId !== null && <p className="quiet">{t('prestations.taught.onOrder')}</p>}
            {session.prestationLineId === null && !isFrozen && <TaughtLine session={session} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
