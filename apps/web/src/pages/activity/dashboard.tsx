import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Empty } from '../../parts/empty';
import { formatNumber } from '../../parts/format';
import { MonthFigures } from '../../parts/month-figures/month-figures';
import { BarTable } from './bar-table';
import { FigureTable } from './figure-table';
import { changeOf, formatFigure } from './format-figure';
import { useIndicatorName, useNarrowedWords } from './indicators';

type Data = Schemas['ActivityDashboard'];

/** The figures of a period. */
export function Dashboard({ dashboard }: { dashboard: Data }) {
  const { t } = useTranslation();
  const { months, figures } = dashboard;
  const isEmpty = figures.every(({ value, previous }) => !value && !previous);
  return (
    <>
      {isEmpty && <Empty title={t('activity.empty')}>{t('activity.emptyCure')}</Empty>}
      <KeyFigures dashboard={dashboard} />
      <Targets dashboard={dashboard} />
      <div className="activity-grid">
        <Months months={months} />
        <div className="activity-pile">
          <VisitBars title={t('activity.byPublic')} list="publics" rows={dashboard.visitsByPublic} />
          <VisitBars title={t('activity.byPurpose')} list="purposes" rows={dashboard.visitsByPurpose} />
        </div>
      </div>
    </>
  );
}

type Month = Data['months'][number];
const oneDigit = (value: number) => formatNumber(value, 1);

/** The charts by month; each draws its first column. */
function Months({ months }: Pick<Data, 'months'>) {
  const { t } = useTranslation();
  const column = (title: string, field: keyof Omit<Month, 'month'>, format = oneDigit) => ({
    ...{ title, values: months.map((month) => month[field]), format, hasTotal: true },
  });
  const section = (
    name: 'visits' | 'sessions' | 'machines',
    first: ReturnType<typeof column>,
    ...others: ReturnType<typeof column>[]
  ) => (
    <MonthFigures
      title={t(`activity.${name}.title`)}
      about={t(`activity.${name}.about`)}
      months={months.map(({ month }) => month)}
      axis={formatNumber}
      series={[{ name: first.title, tone: 'main', values: first.values }]}
      columns={[first, ...others]}
    />
  );
  return (
    <>
      {section('visits', column(t('activity.visits.people'), 'visits'))}
      {section(
        'sessions',
        column(t('activity.sessions.sessions'), 'sessions'),
        column(t('activity.sessions.people'), 'attendances'),
      )}
      {section(
        'machines',
        column(t('activity.machines.prints'), 'prints'),
        column(t('activity.machines.hours'), 'machineHours'),
      )}
    </>
  );
}

/** The change since the period before is said when this one is over: a part of it is always less. */
function KeyFigures({ dashboard: { figures, isOver } }: { dashboard: Data }) {
  const { t } = useTranslation();
  const nameOf = useIndicatorName();
  return (
    <section aria-label={t('activity.key')}>
      <dl className="activity-tiles">
        {figures.map(({ indicator, unit, value, previous }) => (
          <div key={indicator}>
            <dt>{nameOf(indicator)}</dt>
            <dd>
              <span className="activity-large">{formatFigure(value, unit)}</span>
              <small>
                {t('activity.previous', { value: formatFigure(previous, unit) })}{' '}
                {isOver && changeOf(value, previous)}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Targets({ dashboard: { convention, labId, targets } }: { dashboard: Data }) {
  const { t } = useTranslation();
  const nameOf = useIndicatorName();
  const narrowed = useNarrowedWords();
  const about = () => {
    if (!convention) return t('activity.noConvention');
    if (labId !== null) return t('activity.ofNetwork');
    return targets.length === 0
      ? t('activity.noTargets')
      : t('activity.targetsOf', { title: convention.title });
  };
  return (
    <section className="activity-card" aria-label={t('activity.targets')}>
      <h2>{t('activity.targets')}</h2>
      <p className="quiet">{about()}</p>
      {targets.length > 0 && (
        <FigureTable
          label={t('activity.targets')}
          figures={targets.map(({ indicator, parameters, ...figure }) => {
            const words = narrowed(parameters);
            const name = nameOf(indicator);
            return { ...figure, key: indicator + words, name: words ? `${name} (${words})` : name };
          })}
        />
      )}
    </section>
  );
}

interface VisitBarsProps {
  readonly title: string;
  readonly list: 'publics' | 'purposes';
  readonly rows: Data['visitsByPublic'];
}

function VisitBars({ title, list, rows }: VisitBarsProps) {
  const { t } = useTranslation();
  return (
    <BarTable
      title={title}
      head={t('activity.people')}
      rows={rows.map(({ key, people }) => ({
        key,
        label: t(`activity.${list}.${key}` as 'activity.publics.child'),
        value: people,
        shown: formatNumber(people),
      }))}
    />
  );
}
