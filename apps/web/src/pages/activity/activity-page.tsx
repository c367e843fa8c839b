import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useMe } from '../../frame/use-me';
import { DownloadButton } from '../../parts/download/download-button';
import { formatDay, formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams, withParam } from '../../parts/page-params';
import { ProblemAlert } from '../../parts/problem-alert';
import { todayInParis } from '../settings/today';
import { Dashboard } from './dashboard';
import { halfYearOf, periodName, periodsUntil } from './periods';
import { useScopes } from './scopes';
import './add-activity-words';
import './activity.css';

const YEARS = 3;

/** The activity of the labs in a period, while it runs or after it. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const [params, setParams] = usePageParams();
  const scopes = useScopes(useMe());
  const today = todayInParis();
  const periods = periodsUntil(today, YEARS);
  const asked = params.get('period') ?? '';
  const period = periods.includes(asked) ? asked : halfYearOf(today);
  const lab = params.get('lab') ?? scopes.first;
  const dashboard = useQuery({
    ...get('/api/v1/activity/dashboard', { query: { period, ...(lab !== '' && { labId: lab }) } }),
    placeholderData: keepPreviousData,
    enabled: scopes.isReady,
  });
  const choose = (name: string, value: string) => setParams((before) => withParam(before, name, value));
  const { data } = dashboard;
  return (
    <Page title={t('activity.title')}>
      <div className="activity-choice">
        <NativeSelect
          label={t('activity.period')}
          value={period}
          onChange={({ currentTarget: { value } }) => choose('period', value)}
          data={periods.map((value) => ({ value, label: periodName(value) }))}
        />
        <NativeSelect
          label={t('activity.scope')}
          value={lab}
          onChange={({ currentTarget: { value } }) => choose('lab', value)}
          data={scopes.options}
        />
      </div>
      {dashboard.isPending && <Loading />}
      {dashboard.isError && <ProblemAlert error={dashboard.error} retry={() => void dashboard.refetch()} />}
      {data && (
        <>
          <p className="quiet">
            {data.isOver
              ? t('activity.over', { time: formatMoment(data.computedAt) })
              : t('activity.runs', { day: formatDay(data.until), time: formatMoment(data.computedAt) })}
          </p>
          <Dashboard dashboard={data} />
          {lab === '' && (
            <section className="activity-card">
              <h2>{t('activity.openData')}</h2>
              <p className="quiet">{t('activity.openDataAbout')}</p>
              <DownloadButton
                href={`/api/v1/activity/open-data?from=${data.from}&to=${data.until}`}
                label={t('activity.openDataGet')}
              />
            </section>
          )}
        </>
      )}
    </Page>
  );
}
