import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { get } from '../../api/get';
import { prestationSortValues, prestationStateValues } from '../../api/schema';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import type { Prestation } from './billing';
import { usePrestationColumns } from './prestation-columns';

type State = Prestation['state'];

/** The prestations, searched, filtered and sorted by the server. */
export function PrestationList() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [{ search, sort, from }] = useListState();
  const state = prestationStateValues.find((each) => each === params.get('state'));
  const list = useQuery({
    ...get('/api/v1/prestations', {
      query: {
        ...{ limit: PAGE_SIZE, offset: from, state },
        ...(search && { search }),
        sort: prestationSortValues.find((each) => each === sort),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = usePrestationColumns();
  const filter = (value: State | '') =>
    setParams((before) => {
      if (value) before.set('state', value);
      else before.delete('state');
      before.delete('from');
      return before;
    });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  const isEmpty = list.data.total === 0 && !state;
  return (
    <DataTable
      label={t('prestations.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      sortedAtFirst="-reference"
      isSearchable
      searchFor={t('prestations.search')}
      filters={
        !isEmpty && (
          <ListFilter<State | ''>
            label={t('prestations.state')}
            value={state ?? ''}
            onChange={filter}
            options={[
              { value: '', label: t('prestations.all') },
              ...prestationStateValues.map((value) => ({ value, label: t(`prestations.${value}`) })),
            ]}
          />
        )
      }
      empty={
        <Empty title={t('prestations.none')}>
          <Text>{t('prestations.noneCure')}</Text>
        </Empty>
      }
    />
  );
}
