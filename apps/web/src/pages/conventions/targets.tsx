import { useTranslation } from 'react-i18next';
import { formatFigure } from '../activity/format-figure';
import { useIndicatorName, useIndicators, useNarrowedWords } from '../activity/indicators';
import { periodName } from '../activity/periods';
import type { Objective } from './convention';

interface Props {
  readonly objective: Objective;
  /** Those of the convention, in their order. */
  readonly periods: readonly string[];
}

/** The indicators of an objective, with the targets of each year and half-year that has some. */
export function Targets({ objective: { title, indicators }, periods }: Props) {
  const { t } = useTranslation();
  const nameOf = useIndicatorName();
  const narrowed = useNarrowedWords();
  const { data } = useIndicators();
  const unitOf = (code: string) => data?.items.find((each) => each.code === code)?.unit ?? 'count';
  const shown = periods.filter((period) =>
    indicators.some(({ targets }) => targets.some((target) => target.period === period)),
  );
  return (
    // A table that is wider than a phone scrolls by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls
    <div className="activity-wide" tabIndex={0}>
      <table className="activity-table conventions-targets" aria-label={title}>
        <Head periods={shown} />
        <tbody>
          {indicators.map(({ id, indicator, parameters, targets }) => {
            const words = narrowed(parameters);
            return (
              <tr key={id}>
                <th scope="row">{words ? `${nameOf(indicator)} (${words})` : nameOf(indicator)}</th>
                {shown.length === 0 && <td className="quiet">{t('conventions.objectives.noTarget')}</td>}
                {shown.map((period) => (
                  <td key={period} data-figure>
                    {formatFigure(
                      targets.find((target) => target.period === period)?.target ?? null,
                      unitOf(indicator),
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Years above their half-years; the whole name of a period for those who hear it. */
function Head({ periods }: { periods: readonly string[] }) {
  const { t } = useTranslation();
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={periods.length === 0 ? 1 : 2}>
          {t('activity.indicator')}
        </th>
        {periods.length === 0 && <th scope="col">{t('activity.target')}</th>}
        {years.map((year) => (
          <th
            key={year}
            scope="colgroup"
            colSpan={periods.filter((period) => period.startsWith(year)).length}
            data-figure
          >
            {year}
          </th>
        ))}
      </tr>
      {periods.length > 0 && (
        <tr>
          {periods.map((period) => (
            <th key={period} scope="col" data-figure>
              <span aria-hidden="true">{shortName(period, t)}</span>
              <span className="sr-only">{periodName(period)}</span>
            </th>
          ))}
        </tr>
      )}
    </thead>
  );
}

const shortName = (period: string, t: ReturnType<typeof useTranslation>['t']): string => {
  if (period.endsWith('-H1')) return t('conventions.objectives.firstHalf');
  return period.endsWith('-H2') ? t('conventions.objectives.secondHalf') : t('conventions.objectives.year');
};
