import { formatNumber } from '../../parts/format';
import { scaleOf } from '../billing/bars';
import { formatMonth } from '../billing/formats';

interface Props {
  readonly months: readonly string[];
  readonly values: readonly number[];
}

const STEP = 10;
const FILLED = 0.7;

/** Columns by month. It is for the eye only: the table under it has the same numbers. */
export function ColumnChart({ months, values }: Props) {
  const { most, barOf } = scaleOf(values);
  return (
    <div className="activity-chart" aria-hidden="true">
      <span className="activity-chart-most">{formatNumber(most)}</span>
      <svg aria-hidden="true" viewBox={`0 0 ${STEP * months.length} 100`} preserveAspectRatio="none">
        {values.map((value, at) => {
          const { top, height } = barOf(value);
          const x = at * STEP + (STEP * (1 - FILLED)) / 2;
          return <rect key={months[at]} x={x} y={top} width={STEP * FILLED} height={height} />;
        })}
      </svg>
      <ol className="activity-months">
        {months.map((month) => (
          <li key={month}>{formatMonth(month, months.length > 6 ? 'narrow' : 'short')}</li>
        ))}
      </ol>
    </div>
  );
}
