import { useTranslation } from 'react-i18next';
import { formatMonth, formatNumber } from '../../parts/format';
import { BarTable } from '../activity/bar-table';
import type { Content } from './report';

type Count = Content['tables']['publics']['byAge'][number];

/** Who came: at the door, and by what members chose to say of themselves. */
export function PeoplePart({ content: { tables } }: { content: Content }) {
  const { t } = useTranslation();
  const { publics } = tables;
  const visits = (rows: Content['tables']['visitsByMonth'], labelOf: (key: string) => string) =>
    rows.map(({ key, people }) => ({
      ...{ key, label: labelOf(key), value: people, shown: formatNumber(people) },
    }));
  const nameOf = ({ group, name }: Count) =>
    ({ named: name ?? '', unknown: t('reports.unknown'), other: t('reports.others') })[group];
  const ageOf = (count: Count) => {
    if (count.group !== 'named' || count.name === null) return nameOf(count);
    return count.name.endsWith('+')
      ? t('reports.ageAbove', { age: count.name.slice(0, -1) })
      : t('reports.age', { ages: count.name });
  };
  const groups = (rows: readonly Count[], labelOf: (count: Count) => string) =>
    rows.map((count) => ({
      ...{ key: count.group + (count.name ?? ''), label: labelOf(count), value: count.people },
      shown: formatNumber(count.people),
    }));
  const head = t('reports.visits');
  const members = t('reports.members');
  return (
    <section aria-label={t('reports.people')} className="reports-part">
      <div className="activity-grid">
        <BarTable
          title={t('reports.visitsByMonth')}
          head={head}
          rows={visits(tables.visitsByMonth, (key) => formatMonth(key, 'medium'))}
        />
        <BarTable
          title={t('reports.visitsByPublic')}
          head={head}
          rows={visits(tables.visitsByPublic, (key) =>
            t(`activity.publics.${key}` as 'activity.publics.child'),
          )}
        />
        <BarTable
          title={t('reports.visitsByPurpose')}
          head={head}
          rows={visits(tables.visitsByPurpose, (key) =>
            t(`activity.purposes.${key}` as 'activity.purposes.make'),
          )}
        />
        {publics.people > 0 && (
          <>
            <BarTable title={t('reports.byAge')} head={members} rows={groups(publics.byAge, ageOf)} />
            <BarTable title={t('reports.byGender')} head={members} rows={groups(publics.byGender, nameOf)} />
            <BarTable
              title={t('reports.byNeighbourhood')}
              head={members}
              rows={groups(publics.byNeighbourhood, nameOf)}
            />
          </>
        )}
      </div>
      {publics.people > 0 && <p className="quiet">{t('reports.small')}</p>}
    </section>
  );
}
