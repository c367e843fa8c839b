import { useTranslation } from 'react-i18next';
import { formatEnd, formatMoment } from '../../parts/format';
import type { endOf } from './job-figures';

/** Says when a job ended, or around when it will. */
export function useEndWords(): (end: NonNullable<ReturnType<typeof endOf>>) => string {
  const { t } = useTranslation();
  return (end) =>
    'at' in end
      ? formatMoment(end.at)
      : t('jobs.table.around', { time: formatEnd(end.inSeconds, Date.now()) });
}
