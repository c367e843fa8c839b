import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { memberQuery } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { formatDay, formatDuration, formatEuros, formatGrams } from '../../parts/format';
import type { Column } from '../../parts/table/column';

type Usage = Schemas['UsageRecord'];

const gramsOf = ({ materials }: Usage): number =>
  materials.reduce((sum, { milligrams }) => sum + milligrams, 0) / 1000;

const euros = (cents: number | null): string => (cents === null ? '' : formatEuros(cents));

/** The columns of the usage of finished prints. */
export function useUsageColumns(): readonly Column<Usage>[] {
  const { t } = useTranslation();
  const { labs } = useLab();
  return useMemo(() => {
    const figure = (id: string, header: string, value: (usage: Usage) => string): Column<Usage> => ({
      ...{ id, header, value, isFigure: true },
    });
    return [
      {
        ...{ id: 'file', header: t('usage.file') },
        cell: ({ jobId, fileName }) => (
          <Link to={`/jobs/${jobId}`} className="whole-row typed">
            {fileName}
          </Link>
        ),
      },
      { id: 'day', header: t('usage.day'), choice: 'shown', value: ({ at }) => formatDay(at) },
      {
        ...{ id: 'member', header: t('usage.member'), choice: 'shown' },
        cell: ({ memberId }) => <MemberName id={memberId} />,
      },
      {
        ...{ id: 'lab', header: t('usage.lab'), choice: 'shown' },
        value: ({ labId }) => labs.find(({ id }) => id === labId)?.name,
      },
      {
        ...{ id: 'category', header: t('usage.category'), choice: 'shown' },
        value: ({ category }) => t(`usage.categories.${category}`),
      },
      figure('time', t('usage.time'), ({ seconds }) => formatDuration(seconds)),
      figure('grams', t('usage.grams'), (usage) => formatGrams(gramsOf(usage))),
      figure('value', t('usage.value'), ({ valueCents }) => euros(valueCents)),
      figure('charged', t('usage.charged'), ({ chargedCents, valueCents }) =>
        chargedCents === 0 && valueCents !== 0 ? t('usage.free') : euros(chargedCents),
      ),
    ];
  }, [t, labs]);
}

/** Names seldom change. */
const FIVE_MINUTES_MS = 300_000;

function MemberName({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery({ ...memberQuery(id), staleTime: FIVE_MINUTES_MS });
  if (isPending) return '…';
  return data?.displayName ?? t('common.unknown');
}
