import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { Empty } from '../../parts/empty';
import { formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Column } from '../../parts/table/column';
import { DataTable } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useFilters } from '../../parts/table/use-filters';
import { periodName } from '../activity/periods';
import { NewReport } from './new-report';
import './add-report-words';
import '../activity/activity.css';
import './reports.css';

type Summary = Schemas['ReportSummary'];

/** The reports of activity and money. */
export default function ReportsPage() {
  const { t } = useTranslation();
  const [chosen, set] = useFilters(['convention']);
  const conventions = useQuery(get('/api/v1/conventions'));
  const convention = chosen.convention ?? '';
  const reports = useQuery(
    get('/api/v1/reports', { query: convention === '' ? {} : { conventionId: convention } }),
  );
  const columns = useColumns();
  const known = conventions.data?.items ?? [];
  return (
    <Page
      title={t('reports.title')}
      actions={known.length > 0 && <NewReport conventions={known} chosen={convention} />}
    >
      <p className="quiet reports-intro">{t('reports.intro')}</p>
      {reports.isPending && <Loading />}
      {reports.isError && <ProblemAlert error={reports.error} retry={() => void reports.refetch()} />}
      {conventions.data?.total === 0 && (
        <Empty title={t('reports.noConvention')}>
          <p>{t('reports.noConventionCure')}</p>
          <Link className="button" to="/conventions">
            {t('reports.toConventions')}
          </Link>
        </Empty>
      )}
      {reports.data && known.length > 0 && (
        <DataTable
          label={t('reports.title')}
          columns={columns}
          rows={reports.data.items}
          rowId={({ id }) => id}
          filters={
            <ListFilter<string>
              label={t('reports.convention')}
              value={convention}
              onChange={(value) => set('convention', value)}
              options={[
                { value: '', label: t('reports.allConventions') },
                ...known.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
          }
          empty={<Empty title={t('reports.none')}>{t('reports.noneCure')}</Empty>}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Summary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        ...{ id: 'period', header: t('reports.period') },
        cell: ({ id, period }) => <Link to={`/reports/${id}`}>{periodName(period)}</Link>,
      },
      {
        ...{ id: 'scope', header: t('reports.scope') },
        value: ({ labName }) => labName ?? t('reports.network'),
      },
      {
        ...{ id: 'convention', header: t('reports.convention') },
        value: ({ conventionTitle }) => conventionTitle,
      },
      {
        ...{ id: 'state', header: t('reports.state') },
        value: ({ state, presentedAt }) =>
          presentedAt === null
            ? t(`reports.states.${state}`)
            : t('reports.presentedOn', { time: formatMoment(presentedAt) }),
      },
    ],
    [t],
  );
}
