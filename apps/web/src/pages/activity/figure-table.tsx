import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { formatNumber } from '../../parts/format';
import { formatFigure, reachedOf } from './format-figure';

export interface ShownFigure {
  readonly key: string;
  readonly name: string;
  readonly unit: Schemas['IndicatorUnit'];
  readonly value: number | null;
  readonly previous: number | null;
  readonly target: number | null;
}

/** Indicators with target, value and the period before; a bar shows how much of the target is reached. */
export function FigureTable({ label, figures }: { label: string; figures: readonly ShownFigure[] }) {
  const { t } = useTranslation();
  return (
    // A table that is wider than a phone scrolls by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls
    <div className="activity-wide" tabIndex={0}>
      <table className="activity-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('activity.indicator')}</th>
            <th scope="col" data-figure>
              {t('activity.target')}
            </th>
            <th scope="col" data-figure>
              {t('activity.value')}
            </th>
            <th scope="col" data-figure>
              {t('activity.reached')}
            </th>
            <th scope="col" data-figure>
              {t('activity.before')}
            </th>
            <td aria-hidden="true" className="activity-bar" />
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row key={figure.key} figure={figure} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ figure: { name, unit, value, previous, target } }: { figure: ShownFigure }) {
  const reached = reachedOf(value, target);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-figure>{formatFigure(target, unit)}</td>
      <td data-figure>
        <strong>{formatFigure(value, unit)}</strong>
      </td>
      <td data-figure>{reached === undefined ? '–' : `${formatNumber(reached)}\u00a0%`}</td>
      <td data-figure>{formatFigure(previous, unit)}</td>
      <td aria-hidden="true" className="activity-bar">
        <Bars value={value} previous={previous} target={target} />
      </td>
    </tr>
  );
}

/** This period above the one before, and a mark for the target. The lower bar is narrower, so that grey is enough. */
function Bars({ value, previous, target }: Pick<ShownFigure, 'value' | 'previous' | 'target'>) {
  const most = Math.max(value ?? 0, previous ?? 0, target ?? 0);
  if (most <= 0) return null;
  const width = (of: number | null) => (Math.max(0, of ?? 0) / most) * 98;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 20" preserveAspectRatio="none">
      <rect height="9" y="1" width={width(value)} />
      <rect height="5" y="12" width={width(previous)} data-tone="before" />
      {target !== null && target > 0 && (
        <line x1={width(target)} x2={width(target)} y1="0" y2="20" className="activity-tick" />
      )}
    </svg>
  );
}
