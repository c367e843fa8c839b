import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { prestationSortValues, prestationStateValues } from '../../api/schema';
import { ListExport } from '../../parts/download/list-export';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import type { State } from './billing';
import { NoPrestation } from './empty';
import { FilterRow } from './filter-row';
import { usePrestationFilters } from './filters';
import { usePrestationColumns } from './prestation-columns';

/** The prestations, searched, filtered and sorted by the server. */
export function PrestationList() {
  const { t } = useTranslation();
  const [{ search, sort, from }] = useListState();
  const { state, query, isFiltered, set } = usePrestationFilters();
  const filtered = {
    ...query,
    state,
    ...(search && { search }),
    sort: prestationSortValues.find((each) => each === sort) ?? ('urgency' as const),
  };
  const list = useQuery({
    ...get('/api/v1/prestations', { query: { limit: PAGE_SIZE, offset: from, ...filtered } }),
    placeholderData: keepPreviousData,
  });
  const columns = usePrestationColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <DataTable
        label={t('prestations.title')}
        columns={columns}
        rows={list.data.items}
        rowId={({ id }) => id}
        server={{ total: list.data.total }}
        sortedAtFirst="urgency"
        isSearchable
        searchFor={t('prestations.search')}
        filters={
          (list.data.total > 0 || isFiltered) && (
            <>
              <ListFilter<State | ''>
                label={t('prestations.state')}
                value={state ?? ''}
                onChange={(value) => set('state', value)}
                options={[
                  { value: '', label: t('prestations.all') },
                  ...prestationStateValues.map((value) => ({
                    value,
                    label: t(`prestations.states.${value}`),
                  })),
                ]}
              />
              <FilterRow />
            </>
          )
        }
        empty={isFiltered ? <p className="empty-title">{t('prestations.noneFound')}</p> : <NoPrestation />}
      />
      {list.data.total > 0 && (
        <ListExport list="prestations" title={t('prestations.title')} query={filtered} />
      )}
    </>
  );
}
