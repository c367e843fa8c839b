import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { addPaymentWords } from '../payments/add-payment-words';
import { ClosureList } from './closure-list';
import { Months } from './months';
import { en, fr } from './words';
import { Years } from './years';
import './closures.css';

addWords('closures', { fr, en });
addPaymentWords();

/** What is closed of the books, what can be closed, and the archives of years. */
export default function ClosuresPage() {
  const { t } = useTranslation();
  const closures = useQuery({ ...get('/api/v1/closures', { query: { limit: 1 } }), staleTime: 0 });
  const { data } = closures;
  return (
    <Page title={t('closures.title')}>
      <p className="closures-intro">{t('closures.intro')}</p>
      {closures.isPending && <Loading />}
      {closures.isError && <ProblemAlert error={closures.error} retry={() => void closures.refetch()} />}
      {data && (
        <>
          <p>
            <b>
              {data.closedUntil
                ? t('closures.closedUntil', { day: formatDay(data.closedUntil) })
                : t('closures.neverClosed')}
            </b>
          </p>
          <Months open={[...new Set([...data.unclosedMonths, ...data.openMonths])].sort()} />
          <Years />
          <ClosureList />
        </>
      )}
    </Page>
  );
}
