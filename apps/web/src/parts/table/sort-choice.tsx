import { useTranslation } from 'react-i18next';
import type { Column } from './column';

interface Props<Row> {
  /** The columns that the list can be sorted by. */
  readonly columns: readonly Column<Row>[];
  /** As in `ListState.sort`; empty for rows that come in no order that a column has. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** Sorts a list whose rows are cards: there are no headings to press. */
export function SortChoice<Row>({ columns, sort, onSort }: Props<Row>) {
  const { t } = useTranslation();
  if (columns.length === 0) return null;
  return (
    <label className="sort-choice">
      <span>{t('table.sort')}</span>
      <select value={sort} onChange={({ currentTarget }) => onSort(currentTarget.value)}>
        {sort === '' && <option value="">{t('table.asIs')}</option>}
        {columns.flatMap(({ id, header }) => [
          <option key={id} value={id}>
            {t('table.ascending', { column: header })}
          </option>,
          <option key={`-${id}`} value={`-${id}`}>
            {t('table.descending', { column: header })}
          </option>,
        ])}
      </select>
    </label>
  );
}
