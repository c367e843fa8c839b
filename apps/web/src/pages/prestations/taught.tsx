import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { formatDay, formatEuros } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { titleOf } from '../agenda/session';
import { Section } from './section';
import { TaughtLine } from './taught-line';

interface Props {
  readonly prestation: Pick<Schemas['PrestationDetail'], 'id' | 'lines'>;
  readonly isFrozen: boolean;
}

/** The sessions that this client order pays for, each with its line or the button that makes one. Nothing without any. */
export function Taught({ prestation: { id, lines }, isFrozen }: Props) {
  const { t } = useTranslation();
  const found = useQuery(get('/api/v1/lab-sessions', { query: { prestationId: id } }));
  const lineOf = ({ prestationLineId }: Schemas['LabSession']) =>
    lines.find((line) => line.id === prestationLineId);
  if (found.data?.items.length === 0) return null;
  return (
    <Section id="taught" title={t('prestations.taught.title')}>
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      <ul className="rows taught">
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
            <Amount line={lineOf(session)} />
            {session.prestationLineId === null && !isFrozen && <TaughtLine session={session} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the line of a session comes to; nothing until the order is read again after it was added. */
function Amount({ line }: { line: Schemas['PrestationDetail']['lines'][number] | undefined }) {
  const { t } = useTranslation();
  if (!line) return null;
  return (
    <p className="quiet">{t('prestations.taught.onOrder', { amount: formatEuros(line.netCents ?? 0) })}</p>
  );
}
