import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatHour } from '../../../parts/format';

/** “2 of 5 done, 1 printing, 2 waiting”. */
export function useCopiesWords(): (copies: Schemas['Copies']) => string {
  const { t } = useTranslation();
  return ({ all, done, running, waiting, ended }) =>
    [
      t('jobs.copies.done', { done, all }),
      running > 0 && t('jobs.copies.running', { count: running }),
      waiting > 0 && t('jobs.copies.waiting', { count: waiting }),
      ended > 0 && t('jobs.copies.ended', { count: ended }),
    ]
      .filter(Boolean)
      .join(', ');
}

/** When the last copy is expected to be done; empty while that is unknown, or over. */
export function useCopiesEnd(): (copies: Schemas['Copies']) => string {
  const { t } = useTranslation();
  return ({ endAt }) => (endAt ? t('jobs.copies.ends', { hour: formatHour(endAt, Date.now()) }) : '');
}
