import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from './days';
import type { LabSession } from './session';
import { SessionCard } from './session-card';

interface Props {
  readonly day: string;
  readonly isToday: boolean;
  readonly sessions: readonly LabSession[];
}

/** A day of the week: a column on a desk, a part of the list on a phone. */
export function DayColumn({ day, isToday, sessions }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <li className="agenda-day" aria-labelledby={id} data-today={isToday || undefined}>
      <h3 id={id}>
        <span className="agenda-date">{dayInWords(day)}</span>
        {isToday && <span className="agenda-today">{t('agenda.today')}</span>}
      </h3>
      {sessions.length === 0 && <p className="agenda-nothing">{t('agenda.nothing')}</p>}
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionCard session={session} />
          </li>
        ))}
      </ul>
    </li>
  );
}
