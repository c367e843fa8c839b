import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { formatDay, formatEuros } from '../../parts/format';
import { StateBadge, type Tone } from '../../parts/state-badge';

const TONES: Readonly<Record<Schemas['ReminderResult'], Tone>> = {
  ...{ waiting: 'neutral', sent: 'good', printed: 'good', dropped: 'neutral', failed: 'bad' },
};

/** The reminders of a document, latest first; nothing where there is none. */
export function DocumentReminders({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(get('/api/v1/documents/{id}/reminders', { path: { id } }));
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h2>{t('payments.reminders')}</h2>
      <ul className="related" aria-label={t('payments.reminders')}>
        {data.items.map(({ id: reminderId, step, day, way, address, openCents, result, failure }) => (
          <li key={reminderId}>
            {t(`payments.reminderSteps.${step}`)}{' '}
            <StateBadge tone={TONES[result]}>{t(`payments.reminderResults.${result}`)}</StateBadge>{' '}
            <span className="quiet typed">
              {formatDay(day)}, {t(`payments.reminderWays.${way}`, { address })}, {formatEuros(openCents)}
            </span>
            {failure && <small className="typed">{failure}</small>}{' '}
            <a href={`/api/v1/reminders/${reminderId}/letter`} target="_blank" rel="noopener">
              {t('payments.openLetter')}
              <span className="sr-only"> {t('payments.newTab')}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
