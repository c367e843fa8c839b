import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams, withParam } from '../../parts/page-params';
import { ProblemAlert } from '../../parts/problem-alert';
import { todayInParis } from '../settings/today';
import { Activities } from './activities';
import { monthsOf } from './periods';
import { FreeSection, MoneySection, OpenSection, QuotesSection } from './sections';
import { en, fr } from './words';
import './billing.css';

addWords('billing', { fr, en });

const YEARS = 4;

/** The figures of the network's money. */
export default function BillingPage() {
  const { t } = useTranslation();
  const [params] = usePageParams();
  const choice = params.get('year') ?? '';
  const query = monthsOf(choice, todayInParis());
  const figures = useQuery({
    ...get('/api/v1/billing/figures', { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('billing.title')}
      actions={
        <Link to="/billing/exports" className="button">
          {t('billing.toExports')}
        </Link>
      }
    >
      <PeriodChoice choice={choice} />
      {figures.isPending && <Loading />}
      {figures.isError && <ProblemAlert error={figures.error} retry={() => void figures.refetch()} />}
      {figures.data && (
        <div className="figures-grid">
          <MoneySection figures={figures.data.months} />
          <OpenSection figures={figures.data.months} />
          <QuotesSection figures={figures.data.months} />
          <FreeSection figures={figures.data.months} />
          <Activities activities={figures.data.activities} />
        </div>
      )}
    </Page>
  );
}

function PeriodChoice({ choice }: { choice: string }) {
  const { t } = useTranslation();
  const [, setParams] = usePageParams();
  const thisYear = Number(todayInParis().slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, at) => String(thisYear - at));
  return (
    <NativeSelect
      className="figures-period"
      label={t('billing.period')}
      value={years.includes(choice) ? choice : ''}
      onChange={({ currentTarget: { value } }) => setParams((before) => withParam(before, 'year', value))}
      data={[
        { value: '', label: t('billing.lastMonths') },
        ...years.map((value) => ({ value, label: t('billing.year', { year: value }) })),
      ]}
    />
  );
}
