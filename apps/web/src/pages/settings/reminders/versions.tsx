import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '../../../parts/format';
import { SettingsSection } from '../settings-section';
import type { Version } from './values';

/** What was recorded, and from which day it applies. */
export function Versions({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('reminders.versions')}>
      <ul className="reminder-versions">
        {versions.map(({ inForceFrom, recordedAt }) => (
          <li key={recordedAt}>
            {t('reminders.from', { day: formatDay(inForceFrom ?? '') })}{' '}
            <span className="quiet">{t('reminders.recorded', { at: formatMoment(recordedAt) })}</span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
