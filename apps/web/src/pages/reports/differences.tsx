import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { formatMonth } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { formatFigure } from '../activity/format-figure';
import { useIndicatorName, useNarrowedWords } from '../activity/indicators';
import type { Report } from './report';

type Difference = Schemas['ReportDifference'];

/** What has changed in the figures since a report was presented. */
export function Differences({ report: { id } }: { report: Report }) {
  const { t } = useTranslation();
  const found = useQuery(get('/api/v1/reports/{id}/differences', { path: { id } }));
  const nameOf = useDifferenceName();
  return (
    <section className="activity-card" aria-label={t('reports.differences.title')}>
      <h2>{t('reports.differences.title')}</h2>
      {found.isPending && <Loading />}
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.data?.total === 0 && <p>{t('reports.differences.none')}</p>}
      {found.data && found.data.total > 0 && (
        <>
          <p className="quiet">{t('reports.differences.about')}</p>
          <div className="activity-wide">
            <table className="activity-table" aria-label={t('reports.differences.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('reports.differences.what')}</th>
                  <th scope="col" data-figure>
                    {t('reports.differences.frozen')}
                  </th>
                  <th scope="col" data-figure>
                    {t('reports.differences.now')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.data.items.map((difference) => {
                  const { unit, frozen, now, isRedefined } = difference;
                  const name = nameOf(difference);
                  return (
                    <tr key={name}>
                      <th scope="row">
                        {name}
                        {isRedefined && <small> ({t('reports.differences.redefined')})</small>}
                      </th>
                      <td data-figure>{formatFigure(frozen, unit)}</td>
                      <td data-figure>
                        <strong>{formatFigure(now, unit)}</strong>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

/** Tables whose rows are codes, with the words for them. */
const CODES = {
  visitsByPublic: 'publics',
  visitsByPurpose: 'purposes',
  sessionsByKind: 'kinds',
  sessionsByAudience: 'audiences',
} as const;
const IS_MONTH = /^\d{4}-\d{2}$/;

function useDifferenceName(): (difference: Difference) => string {
  const { t, i18n } = useTranslation();
  const nameOf = useIndicatorName();
  const narrowed = useNarrowedWords();
  const rowOf = ({ table, key, label }: Difference): string => {
    if (label !== null) return label;
    if (key === null) return t('reports.others');
    if (IS_MONTH.test(key)) return formatMonth(key, 'medium');
    const list = CODES[table as keyof typeof CODES];
    const word = `activity.${list}.${key}`;
    return list && i18n.exists(word) ? t(word as 'activity.kinds.course') : key;
  };
  return (difference) => {
    const { indicator, parameters, table, unit } = difference;
    if (indicator !== null) {
      const words = narrowed(parameters);
      return words ? `${nameOf(indicator)} (${words})` : nameOf(indicator);
    }
    const measure = t(`reports.differences.units.${unit}`);
    return [t(`reports.${table as 'schools'}`), rowOf(difference), measure].filter(Boolean).join(' · ');
  };
}
