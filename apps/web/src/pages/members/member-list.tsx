import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { memberSortValues, residencySearchedValues } from '../../api/schema';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import { useFilters } from '../../parts/table/use-filters';
import { useMemberColumns } from './member-columns';
import { isResidency, membersQuery, type Residency } from './people';

/** The members, searched, filtered and sorted by the server. */
export function MemberList({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation();
  const [{ residency }, setFilter] = useFilters(['residency']);
  const [{ search, sort, from }] = useListState();
  const list = useQuery({
    ...membersQuery({
      ...{ limit: PAGE_SIZE, offset: from },
      ...(search && { search }),
      ...(isResidency(residency) && { residency }),
      sort: memberSortValues.find((each) => each === sort),
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemberColumns(chosen !== null);
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('members.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      sortedAtFirst="name"
      isSearchable
      searchFor={t('members.search')}
      isChosen={({ id }) => id === chosen}
      filters={
        <ListFilter<Residency | ''>
          label={t('members.residency')}
          value={isResidency(residency) ? residency : ''}
          onChange={(value) => setFilter('residency', value)}
          options={[
            { value: '', label: t('members.all') },
            ...residencySearchedValues.map((value) => ({ value, label: t(`members.states.${value}`) })),
          ]}
        />
      }
      empty={
        <Empty title={t('members.none')}>
          <Text>{t('members.noneCure')}</Text>
        </Empty>
      }
    />
  );
}
