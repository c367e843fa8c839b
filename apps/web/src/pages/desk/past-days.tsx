import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay, formatDuration, formatNumber } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { NETWORK_ZONE, timeIn, today } from '../../parts/zone';
import { CorrectOpening } from './correct-opening';
import type { Opening } from './opening';

const DAYS = 14;

/** The last two weeks of a lab: visits and hours of each day, which staff can correct. */
export function PastDays({ labId, mayCorrect }: { labId: string; mayCorrect: boolean }) {
  const { t } = useTranslation();
  const heading = useId();
  const to = today(NETWORK_ZONE);
  const from = new Date(Date.parse(to) - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
  const asked = { path: { id: labId }, query: { from, to } };
  const days = useQuery(get('/api/v1/labs/{id}/visits/days', asked));
  const openings = useQuery(get('/api/v1/labs/{id}/openings', asked));
  const failed = [days, openings].find(({ isError }) => isError);
  if (failed) return <ProblemAlert error={failed.error} retry={() => void failed.refetch()} />;
  if (!days.data || !openings.data) return null;
  const { timeZone, items } = openings.data;
  return (
    <section className="desk-past" aria-labelledby={heading}>
      <h2 id={heading}>{t('desk.past')}</h2>
      {days.data.items.length === 0 && <p className="quiet">{t('desk.pastNone')}</p>}
      <ul>
        {[...days.data.items].reverse().map(({ day, people, openMinutes }) => (
          <li key={day}>
            <p>
              <b>{formatDay(`${day}T12:00:00Z`)}</b>{' '}
              <span className="quiet">
                {t('desk.peopleOf', { count: people, formatted: formatNumber(people) })}
                {openMinutes > 0 && ` · ${t('desk.openFor', { time: formatDuration(openMinutes * 60) })}`}
              </span>
            </p>
            <div>
              {openingsOf(items, day).map((opening) => (
                <OpeningRow key={opening.id} {...{ labId, opening, timeZone, mayCorrect }} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those of a day, the morning first. */
const openingsOf = (all: readonly Opening[], day: string): Opening[] =>
  all.filter((opening) => opening.day === day).sort((a, b) => a.openedAt.localeCompare(b.openedAt));

interface RowProps {
  readonly labId: string;
  readonly opening: Opening;
  readonly timeZone: string;
  readonly mayCorrect: boolean;
}

function OpeningRow({ labId, opening, timeZone, mayCorrect }: RowProps) {
  const { t } = useTranslation();
  const { openedAt, closedAt, closedByServer, note } = opening;
  const from = timeIn(openedAt, timeZone);
  return (
    <div className="desk-opening">
      <span className="figures">
        {from} – {closedAt ? timeIn(closedAt, timeZone) : t('desk.stillOpen')}
      </span>
      {closedByServer && <StateBadge tone="soon">{t('desk.closedByServer')}</StateBadge>}
      {note && <span className="quiet typed">{note}</span>}
      {mayCorrect && (
        <DialogButton size="compact-sm" label={t('desk.correct')} title={t('desk.correctOf', { from })}>
          {(close) => <CorrectOpening {...{ labId, opening, timeZone }} onDone={close} />}
        </DialogButton>
      )}
    </div>
  );
}
