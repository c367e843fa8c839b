import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../parts/format';
import { formatMonth } from '../billing/formats';
import { ColumnChart } from './column-chart';

interface Column {
  readonly title: string;
  readonly values: readonly number[];
  readonly digits?: number;
}

interface Props {
  readonly title: string;
  readonly about: string;
  readonly months: readonly string[];
  /** The first one is drawn. */
  readonly columns: readonly [Column, ...Column[]];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One question about the activity: a chart, and under it the table of its numbers. */
export function MonthSection({ title, about, months, columns }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="activity-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet">{about}</p>
      <ColumnChart months={months} values={columns[0].values} />
      <table className="activity-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('activity.month')}</th>
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
              <th scope="row">{formatMonth(month, 'medium')}</th>
              {columns.map(({ title: name, values, digits }) => (
                <td key={name} data-figure>
                  {formatNumber(values[at] ?? 0, digits)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('activity.total')}</th>
            {columns.map(({ title: name, values, digits }) => (
              <td key={name} data-figure>
                {formatNumber(sum(values), digits)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
