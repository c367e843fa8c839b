import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { machinesQuery, spoolsQuery } from '../../api/queries';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable } from '../../parts/table/data-table';
import { useSpoolColumns } from './spool-columns';
import './spools.css';

/** The spools of a lab: what is left of each, and where it is. */
export function SpoolList({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const spools = useQuery(spoolsQuery(labId));
  const machines = useQuery(machinesQuery(labId));
  const columns = useSpoolColumns(machines.data?.items);
  if (spools.isPending) return <Loading />;
  if (spools.isError) return <ProblemAlert error={spools.error} retry={() => void spools.refetch()} />;
  return (
    <>
      {machines.isError && <ProblemAlert error={machines.error} retry={() => void machines.refetch()} />}
      <DataTable
        label={t('spools.title')}
        columns={columns}
        rows={spools.data}
        rowId={({ id }) => id}
        isSearchable
        searchFor={t('spools.search')}
        empty={
          <Empty title={t('spools.none')}>
            <Text>{t('spools.noneCure')}</Text>
          </Empty>
        }
      />
    </>
  );
}
