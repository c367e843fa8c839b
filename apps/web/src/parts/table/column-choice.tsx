import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageIcon } from '../../design/page-icon';
import type { Column } from './column';

interface Props<Row> {
  /** The columns that may be hidden. */
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  /** The ids of the columns that differ from how they are at first. */
  readonly changed: readonly string[];
  readonly onChange: (changed: readonly string[]) => void;
}

/** Which columns of a list are shown. Phones show each row as a card, where nothing is gained by hiding. */
export function ColumnChoice<Row>({ columns, shown, changed, onChange }: Props<Row>) {
  const { t } = useTranslation();
  if (columns.length === 0) return null;
  const toggle = (id: string) =>
    onChange(changed.includes(id) ? changed.filter((each) => each !== id) : [...changed, id]);
  return (
    <details className="column-choice">
      <summary>
        <PageIcon name="columns" /> {t('table.columns')}
      </summary>
      <div className="column-choice-list">
        {columns.map((column) => (
          <Checkbox
            key={column.id}
            label={column.header}
            checked={shown.includes(column)}
            onChange={() => toggle(column.id)}
          />
        ))}
      </div>
    </details>
  );
}
