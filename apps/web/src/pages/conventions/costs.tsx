import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { Confirm } from '../../parts/confirm';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Column } from '../../parts/table/column';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import { useFilters } from '../../parts/table/use-filters';
import { type Convention, TOUCHED } from './convention';
import { ImportCosts } from './import-costs';
import { NewCost } from './new-cost';

type Cost = Schemas['ConventionCost'];
const KINDS = ['cost', 'in-kind'] as const;

interface Props {
  readonly convention: Convention;
  readonly mayChange: boolean;
}

/** The costs of the association, and what it gets in kind. */
export function Costs({ convention, mayChange }: Props) {
  const { t } = useTranslation();
  const [chosen, set] = useFilters(['kind']);
  const [{ from }] = useListState();
  const kind = KINDS.find((each) => each === chosen.kind);
  const { id } = convention;
  const list = useQuery({
    ...get('/api/v1/conventions/{id}/costs', {
      ...{ path: { id }, query: { ...(kind && { kind }), limit: PAGE_SIZE, offset: from } },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(convention, mayChange);
  return (
    <section className="activity-card">
      <div className="conventions-head">
        <h2>{t('conventions.costs.title')}</h2>
        {mayChange && (
          <div className="conventions-actions">
            <NewCost convention={convention} headings={list.data?.headings ?? []} />
            <ImportCosts convention={convention} />
          </div>
        )}
      </div>
      {list.isPending && <Loading />}
      {list.isError && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.data && (
        <>
          <p>
            {t('conventions.costs.sums', {
              costs: formatEuros(list.data.costCents),
              inKind: formatEuros(list.data.inKindCents),
            })}
          </p>
          <DataTable
            label={t('conventions.costs.title')}
            columns={columns}
            rows={list.data.items}
            rowId={(cost) => cost.id}
            server={{ total: list.data.total }}
            filters={
              <ListFilter<string>
                label={t('conventions.costs.kind')}
                value={kind ?? ''}
                onChange={(value) => set('kind', value)}
                options={[
                  { value: '', label: t('conventions.costs.all') },
                  ...KINDS.map((value) => ({ value, label: t(`conventions.costs.kinds.${value}`) })),
                ]}
              />
            }
            empty={<p className="empty-title">{t('conventions.costs.none')}</p>}
          />
        </>
      )}
    </section>
  );
}

function useColumns({ id: conventionId }: Convention, mayChange: boolean): readonly Column<Cost>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const shown: Column<Cost>[] = [
      { id: 'heading', header: t('conventions.costs.heading'), value: ({ heading }) => heading },
      { id: 'day', header: t('conventions.costs.day'), value: ({ day }) => formatDay(day) },
      {
        ...{ id: 'kind', header: t('conventions.costs.kind') },
        value: ({ kind }) => t(`conventions.costs.kinds.${kind}`),
      },
      { id: 'note', header: t('conventions.costs.note'), value: ({ note }) => note ?? '' },
      {
        ...{ id: 'cents', header: t('conventions.costs.amount'), isFigure: true },
        value: ({ cents }) => formatEuros(cents),
      },
    ];
    if (!mayChange) return shown;
    const remove: Column<Cost> = {
      ...{ id: 'remove', header: t('conventions.costs.remove') },
      cell: ({ id: costId, heading, cents }) => {
        const words = { heading, amount: formatEuros(cents) };
        return (
          <Confirm
            label={t('conventions.costs.remove')}
            aria-label={t('conventions.costs.removeOf', words)}
            act={() =>
              api.DELETE('/api/v1/conventions/{id}/costs/{costId}', {
                params: { path: { id: conventionId, costId } },
              })
            }
            touches={TOUCHED}
          >
            {t('conventions.costs.removeWhat', words)}
          </Confirm>
        );
      },
    };
    return [...shown, remove];
  }, [t, conventionId, mayChange]);
}
