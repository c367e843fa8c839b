import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatDay, formatDuration, formatNumber } from '../../../parts/format';
import { SettingsSection } from '../settings-section';
import { Bar } from './bar';

interface Props {
  readonly starts: Schemas['StartAccuracy'];
  readonly weeks: readonly Schemas['WeekAccuracy'][];
}

/** How near the told starts were, as a whole and by week. */
export function Starts({ starts, weeks }: Props) {
  const { t } = useTranslation();
  const { jobs, within, medianMinutes, ninetyMinutes } = starts;
  if (jobs === 0)
    return (
      <SettingsSection title={t('accuracy.starts.title')}>
        <p>{t('accuracy.starts.none')}</p>
      </SettingsSection>
    );
  const figures = [
    { value: `${formatNumber((100 * within) / jobs)}\u00a0%`, words: t('accuracy.starts.within') },
    { value: formatDuration((medianMinutes ?? 0) * 60), words: t('accuracy.starts.half') },
    { value: formatDuration((ninetyMinutes ?? 0) * 60), words: t('accuracy.starts.ninety') },
  ];
  return (
    <SettingsSection title={t('accuracy.starts.title')}>
      <ul className="accuracy-figures">
        {figures.map(({ value, words }) => (
          <li key={words}>
            <b>{value}</b>
            <span className="quiet">{words}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('accuracy.starts.about')}</p>
      <h3>{t('accuracy.starts.weeks')}</h3>
      <ul className="accuracy-bars">
        {weeks.map((week) => (
          <Bar
            key={week.from}
            name={t('accuracy.starts.week', { day: formatDay(week.from) })}
            share={week.jobs === 0 ? 0 : week.within / week.jobs}
            words={week.jobs === 0 ? t('accuracy.starts.noJobs') : t('accuracy.starts.part', week)}
          />
        ))}
      </ul>
    </SettingsSection>
  );
}
