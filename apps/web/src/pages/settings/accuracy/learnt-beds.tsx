import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatNumber } from '../../../parts/format';
import { SettingsSection } from '../settings-section';
import { Bar } from './bar';

interface Props {
  readonly clearing: readonly Schemas['LearntClearing'][];
}

/** Minutes until a bed is cleared, for each hour of the day at which one was. */
export function LearntBeds({ clearing }: Props) {
  const { t } = useTranslation();
  const seen = clearing.filter(({ beds }) => beds > 0);
  const most = Math.max(...seen.map(({ minutes }) => minutes));
  return (
    <SettingsSection title={t('accuracy.beds.title')}>
      <p className={seen.length === 0 ? undefined : 'quiet'}>
        {t(seen.length === 0 ? 'accuracy.beds.none' : 'accuracy.beds.about')}
      </p>
      <ul className="accuracy-bars">
        {seen.map(({ hour, beds, minutes }) => {
          const words = t('accuracy.beds.value', { minutes: formatNumber(minutes) });
          return (
            <Bar
              key={hour}
              name={t('accuracy.beds.hour', { hour })}
              share={minutes / most}
              words={`${words} · ${t('accuracy.beds.count', { count: beds })}`}
            />
          );
        })}
      </ul>
    </SettingsSection>
  );
}
