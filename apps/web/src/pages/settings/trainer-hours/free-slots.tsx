import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { ProblemAlert } from '../../../parts/problem-alert';
import { dayIn, timeIn } from '../../../parts/zone';
import { shortDay } from '../../agenda/days';
import { SettingsSection } from '../settings-section';

const SHOWN = 12;

interface Props {
  readonly labId: string;
  readonly trainerId: string;
  /** Of the hours: other hours give other free times. */
  readonly version: number;
}

/** What people can book now: the next free times, as they follow from the saved hours. */
export function FreeSlots({ labId, trainerId, version }: Props) {
  const { t } = useTranslation();
  const slots = useQuery(get('/api/v1/labs/{id}/slots', { path: { id: labId }, query: { trainerId } }));
  const all = slots.data?.items ?? [];
  const zone = slots.data?.timeZone ?? 'Europe/Paris';
  return (
    <SettingsSection title={t('trainer-hours.free')}>
      {slots.isError && <ProblemAlert error={slots.error} retry={() => void slots.refetch()} />}
      {slots.data && (
        <p>
          {all.length === 0
            ? t(version === 0 ? 'trainer-hours.freeNever' : 'trainer-hours.freeNone')
            : t('trainer-hours.freeCount', { count: all.length })}
        </p>
      )}
      <ul className="trainer-slots">
        {all.slice(0, SHOWN).map(({ from }) => (
          <li key={from} className="figures">
            {shortDay(dayIn(from, zone))} {timeIn(from, zone)}
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
