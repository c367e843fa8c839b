import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay, formatEuros, formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Column } from '../../parts/table/column';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import { useFilters } from '../../parts/table/use-filters';
import { type Closure, periodName, receivedOf, soldOf, vatOf } from './closure';
import { ClosureTotals } from './closure-totals';

const PERIODS = ['month', 'year', 'day'] as const;

/** The closures that were made, the latest days first. */
export function ClosureList() {
  const { t } = useTranslation();
  const [chosen, set] = useFilters(['period']);
  const [{ from }] = useListState();
  const period = PERIODS.find((each) => each === chosen.period) ?? 'month';
  const list = useQuery({
    ...get('/api/v1/closures', { query: { period, limit: PAGE_SIZE, offset: from } }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <section className="closures-section">
      <h2>{t('closures.list.title')}</h2>
      {list.isPending && <Loading />}
      {list.isError && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.data && (
        <DataTable
          label={t('closures.list.title')}
          columns={columns}
          rows={list.data.items}
          rowId={({ id }) => id}
          server={{ total: list.data.total }}
          filters={
            <ListFilter<string>
              label={t('closures.list.period')}
              value={period}
              onChange={(value) => set('period', value)}
              options={PERIODS.map((value) => ({ value, label: t(`closures.list.periods.${value}`) }))}
            />
          }
          empty={<p className="empty-title">{t('closures.list.none')}</p>}
        />
      )}
    </section>
  );
}

const nameOf = ({ period, firstDay }: Closure): string => {
  if (period === 'day') return formatDay(firstDay);
  return periodName(firstDay.slice(0, period === 'month' ? 7 : 4));
};

function useColumns(): readonly Column<Closure>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'period', header: t('closures.list.period'), value: nameOf },
      { id: 'number', header: t('closures.list.number'), value: ({ number }) => number },
      {
        ...{ id: 'sold', header: t('closures.list.sold'), isFigure: true },
        value: (closure) => formatEuros(soldOf(closure)),
      },
      {
        ...{ id: 'vat', header: t('closures.list.vat'), isFigure: true },
        value: (closure) => formatEuros(vatOf(closure)),
      },
      {
        ...{ id: 'received', header: t('closures.list.received'), isFigure: true },
        value: (closure) => formatEuros(receivedOf(closure)),
      },
      {
        ...{ id: 'perpetual', header: t('closures.list.perpetual'), isFigure: true, choice: 'shown' },
        value: ({ perpetual }) => formatEuros(perpetual.soldCents),
      },
      {
        ...{ id: 'at', header: t('closures.list.at'), choice: 'hidden', isFigure: true },
        value: ({ at }) => formatMoment(at),
      },
      {
        ...{ id: 'detail', header: t('closures.list.detail') },
        cell: (closure) => (
          <DialogButton
            label={t('closures.list.detail')}
            title={closure.number}
            aria-label={t('closures.list.detailOf', { number: closure.number })}
            dialogSize="lg"
          >
            {() => <ClosureTotals closure={closure} />}
          </DialogButton>
        ),
      },
    ],
    [t],
  );
}
