import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable } from '../../parts/table/data-table';
import { useJobColumns } from './job-columns';
import { LostNote } from './lost-note';
import { StateFilter, useFilter } from './state-filter';
import type { useJobPage } from './use-job-page';

interface Props {
  readonly found: ReturnType<typeof useJobPage>;
  readonly whose: 'mine' | 'labs';
  /** The first choices of the filter, before the states; the first of them is the usual one. */
  readonly first: readonly ['all'] | readonly ['now', 'all'];
  /** Shown when there is no job. */
  readonly empty: ReactNode;
}

/** Jobs of all states, the newest first unless the reader sorts them. */
export function JobTable({ found, whose, first, empty }: Props) {
  const { t } = useTranslation();
  const columns = useJobColumns(whose);
  const [filter, choose] = useFilter(first[0]);
  if (found.isPending) return <Loading />;
  if (found.isError && !found.data)
    return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  // Nothing was ever submitted: there is nothing to filter.
  const isEmpty = found.data.total === 0 && filter === first[0];
  return (
    <>
      <LostNote answer={found} />
      <DataTable
        label={t('jobs.list')}
        columns={columns}
        rows={found.data.items}
        rowId={({ id }) => id}
        server={{ total: found.data.total }}
        isSearchable
        searchFor={t('jobs.search')}
        filters={!isEmpty && <StateFilter filter={filter} choose={choose} first={first} />}
        empty={empty}
      />
    </>
  );
}
