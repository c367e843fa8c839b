import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { formatMonth } from '../format';
import { BarChart, type Series } from './bar-chart';
import { en, fr } from './words';
import './month-figures.css';

addWords('month-figures', { fr, en });

/** A column of the table under a chart. */
interface FigureColumn {
  readonly title: string;
  readonly values: readonly number[];
  readonly format: (value: number) => string;
  /** Amounts at a moment have no sum. */
  readonly hasTotal?: boolean;
}

interface Props {
  readonly title: string;
  readonly about: string;
  readonly months: readonly string[];
  /** What the chart shows, and how its axis is written. */
  readonly series: readonly Series[];
  readonly axis: (value: number) => string;
  readonly columns: readonly FigureColumn[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One question about the months of a period: a chart, and under it the table of its numbers. */
export function MonthFigures({ title, about, months, series, axis, columns }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const hasTotals = columns.some(({ hasTotal }) => hasTotal);
  return (
    <section className="figures-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet figures-about">{about}</p>
      <BarChart months={months} series={series} format={axis} />
      <table className="figures-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('month-figures.month')}</th>
            {columns.map((column) => (
              <th key={column.title} scope="col" data-figure>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month, at) => (
            <tr key={month}>
              <th scope="row" className="figure-month">
                {formatMonth(month, 'medium')}
              </th>
              {columns.map(({ title: name, values, format }) => (
                <td key={name} data-figure>
                  {format(values[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              <th scope="row">{t('month-figures.total')}</th>
              {columns.map(({ title: name, values, format, hasTotal }) => (
                <td key={name} data-figure>
                  {hasTotal ? format(sum(values)) : ''}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
