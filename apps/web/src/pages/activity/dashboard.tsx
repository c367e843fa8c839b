import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Empty } from '../../parts/empty';
import { formatNumber } from '../../parts/format';
import { BarTable } from './bar-table';
import { FigureTable } from './figure-table';
import { changeOf, formatFigure } from './format-figure';
import { useIndicatorName, useNarrowedWords } from './indicators';
import { MonthSection } from './month-section';

type Data = Schemas['ActivityDashboard'];

/** The figures of a period. */
export function Dashboard({ dashboard }: { dashboard: Data }) {
  const { t } = useTranslation();
  const { months, figures } = dashboard;
  const isEmpty = figures.every(({ value, previous }) => !value && !previous);
  const names = months.map(({ month }) => month);
  const of = (field: 'visits' | 'sessions' | 'attendances' | 'prints' | 'machineHours') =>
    months.map((month) => month[field]);
  return (
    <>
      {isEmpty && <Empty title={t('activity.empty')}>{t('activity.emptyCure')}</Empty>}
      <KeyFigures dashboard={dashboard} />
      <Targets dashboard={dashboard} />
      <div className="activity-grid">
        <MonthSection
          title={t('activity.visits.title')}
          about={t('activity.visits.about')}
          months={names}
          columns={[{ title: t('activity.visits.people'), values: of('visits') }]}
        />
        <MonthSection
          title={t('activity.sessions.title')}
          about={t('activity.sessions.about')}
          months={names}
          columns={[
            { title: t('activity.sessions.sessions'), values: of('sessions') },
            { title: t('activity.sessions.people'), values: of('attendances') },
          ]}
        />
        <MonthSection
          title={t('activity.machines.title')}
          about={t('activity.machines.about')}
          months={names}
          columns={[
            { title: t('activity.machines.prints'), values: of('prints') },
            { title: t('activity.machines.hours'), values: of('machineHours'), digits: 1 },
          ]}
        />
        <div className="activity-pile">
          <VisitBars title={t('activity.byPublic')} list="publics" rows={dashboard.visitsByPublic} />
          <VisitBars title={t('activity.byPurpose')} list="purposes" rows={dashboard.visitsByPurpose} />
        </div>
      </div>
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
