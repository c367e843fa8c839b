import { useTranslation } from 'react-i18next';
import { useActivityName } from '../../parts/activity-name/use-activity-name';
import { formatDay, formatEuros } from '../../parts/format';
import { BarTable } from '../activity/bar-table';
import { FigureTable } from '../activity/figure-table';
import { useFigureName } from './figure-name';
import type { Content } from './report';

const SHOWN = [
  ...['income-services', 'subsidy-received', 'costs', 'result'],
  ...['free-access-value', 'in-kind-value', 'cashed'],
];

/** The financial part. */
export function MoneyPart({ content: { overview, tables } }: { content: Content }) {
  const { t } = useTranslation();
  const nameOf = useFigureName();
  const activityOf = useActivityName();
  const figures = SHOWN.flatMap((code) => overview.find(({ indicator }) => indicator === code) ?? []);
  const list = (
    title: 'incomeByActivity' | 'costsByHeading' | 'inKindByHeading',
    rows: Content['tables']['costsByHeading'],
  ) =>
    rows.length > 0 && (
      <BarTable
        title={t(`reports.${title}`)}
        head={t('reports.amount')}
        level={3}
        rows={rows.map(({ key, cents }) => ({
          key: key ?? '',
          label:
            key === null ? t('reports.noActivity') : title === 'incomeByActivity' ? activityOf(key) : key,
          value: cents,
          shown: formatEuros(cents),
        }))}
      />
    );
  return (
    <section aria-label={t('reports.money')} className="reports-part">
      <div className="activity-card">
        <h2>{t('reports.money')}</h2>
        <FigureTable
          label={t('reports.money')}
          figures={figures.map((figure) => ({ ...figure, key: figure.indicator, name: nameOf(figure) }))}
        />
      </div>
      <div className="activity-grid">
        {list('incomeByActivity', tables.incomeByActivity)}
        {list('costsByHeading', tables.costsByHeading)}
        {list('inKindByHeading', tables.inKindByHeading)}
        {tables.instalments.length > 0 && (
          <BarTable
            title={t('reports.instalments')}
            head={t('reports.amount')}
            level={3}
            rows={tables.instalments.map(({ key, label, payer, dueOn, receivedOn, cents }) => {
              const when =
                receivedOn === null
                  ? t('reports.due', { day: formatDay(dueOn) })
                  : t('reports.receivedOn', { day: formatDay(receivedOn) });
              return { key, label: `${label}, ${payer}, ${when}`, value: cents, shown: formatEuros(cents) };
            })}
          />
        )}
      </div>
    </section>
  );
}
