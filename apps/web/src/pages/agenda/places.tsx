import { useTranslation } from 'react-i18next';
import type { LabSession } from './session';

/** How many people have a place, wait, or were there. */
export function Places({ session }: { session: LabSession }) {
  const { t } = useTranslation();
  const { kind, capacity, registered, waiting, present, headCount, state } = session;
  if (state === 'cancelled') return null;
  if (state === 'held')
    return <span className="agenda-places">{t('agenda.came', { count: present + (headCount ?? 0) })}</span>;
  return (
    <span className="agenda-places">
      {capacity === null || kind === 'appointment'
        ? t('agenda.registered', { count: registered })
        : t('agenda.ofPlaces', { registered, count: capacity })}
      {waiting > 0 && <b> · {t('agenda.waiting', { count: waiting })}</b>}
    </span>
  );
}
