import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { ListExport } from '../../parts/download/list-export';
import { Empty } from '../../parts/empty';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable } from '../../parts/table/data-table';
import { AGES, type AgedBalance, useBalanceColumns } from './balance-columns';
import { en, fr } from './words';
import './balances.css';

addWords('balances', { fr, en });

/** What clients owe today, by how long it is late. */
export default function BalancesPage() {
  const { t } = useTranslation();
  const balances = useQuery({ ...get('/api/v1/billing/balances'), staleTime: 0 });
  return (
    <Page title={t('balances.title')}>
      {balances.isPending && <Loading />}
      {balances.isError && <ProblemAlert error={balances.error} retry={() => void balances.refetch()} />}
      {balances.data && <Balances balances={balances.data} />}
    </Page>
  );
}

function Balances({ balances }: { balances: AgedBalance }) {
  const { t } = useTranslation();
  const columns = useBalanceColumns();
  const { day, items, totals } = balances;
  return (
    <>
      <p className="balances-intro">{t('balances.intro', { day: formatDay(day) })}</p>
      {items.length > 0 && (
        <dl className="balances-totals">
          {AGES.map((age) => (
            <div key={age} data-late={age === 'notDueCents' ? undefined : true}>
              <dt>{t(`balances.ages.${age}`)}</dt>
              <dd>{formatEuros(totals[age])}</dd>
            </div>
          ))}
          <div data-main>
            <dt>{t('balances.open')}</dt>
            <dd>{formatEuros(totals.openCents)}</dd>
          </div>
        </dl>
      )}
      <DataTable
        label={t('balances.title')}
        columns={columns}
        rows={items}
        rowId={({ organisationId }) => organisationId}
        sortedAtFirst="-openCents"
        isSearchable={items.length > 10}
        searchFor={t('balances.search')}
        empty={
          <Empty title={t('balances.none')}>
            <p>{t('balances.noneCure')}</p>
          </Empty>
        }
      />
      {items.length > 0 && <ListExport list="balances" title={t('balances.title')} />}
    </>
  );
}
