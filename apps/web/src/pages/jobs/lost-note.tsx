import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../parts/format';
import { Notice } from '../../parts/notice';

type Answer = Pick<UseQueryResult, 'data' | 'dataUpdatedAt' | 'failureCount' | 'isError' | 'fetchStatus'>;

/** True while the answer cannot be refreshed: the page shows an old state. */
export const isLost = ({ data, failureCount, isError, fetchStatus }: Answer): boolean =>
  data !== undefined && (isError || failureCount > 0 || fetchStatus === 'paused');

/** Says that the page shows an old state, and since when. */
export function LostNote({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  if (!isLost(answer)) return null;
  const time = formatMoment(new Date(answer.dataUpdatedAt).toISOString());
  return <Notice role="status" title={t('jobs.lost', { time })} />;
}
