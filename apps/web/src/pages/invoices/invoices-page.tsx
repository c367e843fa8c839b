import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { invoiceSortValues } from '../../api/schema';
import { addWords } from '../../i18n/add-words';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { Sums } from '../prestations/sums';
import * as prestations from '../prestations/words';
import { useInvoiceColumns } from './invoice-columns';
import { en, fr } from './words';

addWords('invoices', { fr, en });
addWords('prestations', prestations);

/** All invoices, the newest first. */
export default function InvoicesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('invoices.title')}>
      <Sums />
      <InvoiceList />
    </Page>
  );
}

function InvoiceList() {
  const { t } = useTranslation();
  const [{ search, sort, from }] = useListState();
  const list = useQuery({
    ...get('/api/v1/invoices', {
      query: {
        ...{ limit: PAGE_SIZE, offset: from },
        ...(search && { search }),
        sort: invoiceSortValues.find((each) => each === sort),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useInvoiceColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('invoices.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      sortedAtFirst="-number"
      isSearchable
      searchFor={t('invoices.search')}
      empty={
        <Empty title={t('invoices.none')}>
          <Text>{t('invoices.noneCure')}</Text>
          <Link to="/prestations?state=open">{t('invoices.toPrestations')}</Link>
        </Empty>
      }
    />
  );
}
