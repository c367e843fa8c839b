import { formatMonth } from '../format';
import { scaleOf } from './bars';

/** Bars of one colour: one value for each month. */
export interface Series {
  readonly name: string;
  readonly tone: 'main' | 'second' | 'late';
  readonly values: readonly number[];
}

interface Props {
  readonly months: readonly string[];
  readonly series: readonly Series[];
  /** A value of the axis in words, as short as possible. */
  readonly format: (value: number) => string;
}

/** The width of a month in the drawing; its bars leave a fifth of it free. */
const STEP = 10;
const FILLED = 0.8;

/** Bars by month. It is for the eye only: the table under it has the same numbers. */
export function BarChart({ months, series, format }: Props) {
  const { most, least, zero, barOf } = scaleOf(series.flatMap(({ values }) => values));
  const width = (STEP * FILLED) / series.length;
  return (
    <div className="chart" aria-hidden="true">
      <ul className="chart-legend">
        {series.map(({ name, tone }) => (
          <li key={name}>
            <span className="chart-sign" data-tone={tone} /> {name}
          </li>
        ))}
      </ul>
      <div className="chart-plot">
        <span className="chart-most">{format(most)}</span>
        {least < 0 && <span className="chart-least">{format(least)}</span>}
        <svg aria-hidden="true" viewBox={`0 0 ${STEP * months.length} 100`} preserveAspectRatio="none">
          <line x1="0" x2={STEP * months.length} y1={zero} y2={zero} className="chart-zero" />
          {series.map(({ name, tone, values }, place) =>
            values.map((value, at) => {
              const { top, height } = barOf(value);
              const left = at * STEP + (STEP * (1 - FILLED)) / 2 + place * width;
              return (
                <rect
                  key={`${name} ${months[at]}`}
                  {...{ x: left, y: top, width: width * 0.92, height }}
                  data-tone={tone}
                />
              );
            }),
          )}
        </svg>
      </div>
      <ol className="chart-months">
        {months.map((month) => (
          <li key={month}>
            <span className="chart-short">{formatMonth(month, 'narrow')}</span>
            <span className="chart-long">{formatMonth(month, 'short')}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
