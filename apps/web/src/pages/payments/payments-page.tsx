import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { meansValues, paymentSortValues } from '../../api/schema';
import { DialogButton } from '../../parts/dialog-button';
import { ListExport } from '../../parts/download/list-export';
import { Empty } from '../../parts/empty';
import { formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams } from '../../parts/page-params';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { addPaymentWords } from './add-payment-words';
import { CardProblems } from './card-problems';
import { usePaymentColumns } from './payment-columns';
import { PaymentFilters } from './payment-filters';
import { RecordForClient } from './record-for-client';

addPaymentWords();

/** Money of clients that came in and went out, the newest first. */
export default function PaymentsPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('payments.title')}
      actions={
        <DialogButton variant="filled" label={t('payments.record')} dialogSize="lg">
          {(close) => <RecordForClient onDone={close} />}
        </DialogButton>
      }
    >
      <CardProblems />
      <PaymentList />
    </Page>
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The filters and the order, as the address has them. */
function usePaymentQuery() {
  const [params] = usePageParams();
  const [{ search, sort }] = useListState();
  const [client, first, last] = ['client', 'first', 'last'].map((name) => params.get(name) ?? '');
  return {
    ...(search && { search }),
    means: meansValues.find((each) => each === params.get('means')),
    ...(client && { organisationId: client }),
    ...(first && DAY.test(first) && { from: first }),
    ...(last && DAY.test(last) && { to: last }),
    ...(params.get('unused') === 'true' && { unused: 'true' as const }),
    sort: paymentSortValues.find((each) => each === sort),
  };
}

function PaymentList() {
  const { t } = useTranslation();
  const [params] = usePageParams();
  const [{ search, from }] = useListState();
  const query = usePaymentQuery();
  const list = useQuery({
    ...get('/api/v1/payments', { query: { limit: PAGE_SIZE, offset: from, ...query } }),
    placeholderData: keepPreviousData,
  });
  const columns = usePaymentColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  const isFiltered = ['means', 'client', 'first', 'last', 'unused'].some((name) => params.has(name));
  return (
    <>
      {(isFiltered || search) && list.data.total > 0 && (
        <p className="payments-sum">
          {t('payments.sum')} <b className="figures">{formatEuros(list.data.sumCents)}</b>
        </p>
      )}
      <DataTable
        label={t('payments.title')}
        columns={columns}
        rows={list.data.items}
        rowId={({ id }) => id}
        server={{ total: list.data.total }}
        isSearchable
        searchFor={t('payments.search')}
        filters={(list.data.total > 0 || isFiltered || search) && <PaymentFilters />}
        empty={
          isFiltered ? (
            <p className="empty-title">{t('payments.noneFound')}</p>
          ) : (
            <Empty title={t('payments.none')}>
              <p>{t('payments.noneCure')}</p>
            </Empty>
          )
        }
      />
      {list.data.total > 0 && <ListExport list="payments" title={t('payments.title')} query={query} />}
    </>
  );
}
