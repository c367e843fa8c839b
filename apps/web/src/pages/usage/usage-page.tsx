import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { ListExport } from '../../parts/download/list-export';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { useUsageColumns } from './usage-columns';
import { en, fr } from './words';

addWords('usage', { fr, en });

/** What finished prints used and cost, the newest first: free ones with their value. */
export default function UsagePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('usage.title')}>
      <Text className="quiet">{t('usage.intro')}</Text>
      <UsageList />
    </Page>
  );
}

function UsageList() {
  const { t } = useTranslation();
  const [{ from }] = useListState();
  const list = useQuery({
    ...get('/api/v1/usage-records', { query: { limit: PAGE_SIZE, offset: from } }),
    placeholderData: keepPreviousData,
  });
  const columns = useUsageColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <DataTable
        label={t('usage.title')}
        columns={columns}
        rows={list.data.items}
        rowId={({ id }) => id}
        server={{ total: list.data.total }}
        empty={
          <Empty title={t('usage.none')}>
            <Text>{t('usage.noneCure')}</Text>
          </Empty>
        }
      />
      {list.data.total > 0 && <ListExport list="usage-records" title={t('usage.title')} />}
    </>
  );
}
