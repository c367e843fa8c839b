import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { formatHour } from '../format';

type Expected = NonNullable<Job['expected']>;

/** When a waiting print is expected to begin: the hour, between which hours, and what a person has to do before. */
export function useStartWords(): (expected: Expected) => { about: string; details: string } {
  const { t } = useTranslation();
  return ({ startAt, startFrom, startUntil, needsChange }) => {
    const now = Date.now();
    const isNow = Date.parse(startAt) <= now + 60_000;
    const about = isNow ? t('file.start.now') : t('file.start.about', { hour: formatHour(startAt, now) });
    const isExact = Date.parse(startUntil) - Date.parse(startFrom) < 120_000;
    const hours = { from: formatHour(startFrom, now), until: formatHour(startUntil, now) };
    const details = [
      ...(isExact ? [] : [t('file.start.between', hours)]),
      ...(needsChange ? [t('file.start.change')] : []),
    ];
    return { about, details: details.join(' ') };
  };
}
