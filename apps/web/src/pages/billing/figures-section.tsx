import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart, type Series } from './bar-chart';
import { formatMonth } from './formats';

/** A column of the table under a chart. */
export interface FigureColumn {
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
  readonly series: readonly Series[];
  readonly columns: readonly FigureColumn[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One question about the money: a chart, and under it the table of its numbers. */
export function FiguresSection({ title, about, months, series, columns }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const hasTotals = columns.some(({ hasTotal }) => hasTotal);
  return (
    <section className="money-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet figures-about">{about}</p>
      <BarChart months={months} series={series} />
      <table className="figures-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('billing.month')}</th>
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
              <th scope="row">{t('billing.total')}</th>
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
