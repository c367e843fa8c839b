import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useActivityName } from '../../parts/activity-name/use-activity-name';
import { formatEuros } from '../../parts/format';

interface Props {
  /** The largest first. */
  readonly activities: readonly Schemas['ActivityFigure'][];
}

/** What was invoiced by activity: a bar and a number each. */
export function Activities({ activities }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const activityName = useActivityName();
  const most = Math.max(1, ...activities.map(({ netCents }) => netCents));
  return (
    <section className="figures-card" aria-labelledby={id}>
      <h2 id={id}>{t('billing.activities.title')}</h2>
      <p className="quiet figures-about">{t('billing.activities.about')}</p>
      {activities.length === 0 ? (
        <p>{t('billing.activities.none')}</p>
      ) : (
        <table className="figures-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('billing.activities.activity')}</th>
              <td aria-hidden="true" className="activity-bar" />
              <th scope="col" data-figure>
                {t('billing.activities.net')}
              </th>
            </tr>
          </thead>
          <tbody>
            {activities.map(({ activity, netCents }) => (
              <tr key={activity ?? ''}>
                <th scope="row" className="typed">
                  {activity === null ? t('billing.activities.unknown') : activityName(activity)}
                </th>
                <td aria-hidden="true" className="activity-bar">
                  <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                    <rect height="10" width={(Math.max(0, netCents) / most) * 100} data-tone="main" />
                  </svg>
                </td>
                <td data-figure>{formatEuros(netCents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
