import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageIcon, type PageIconName } from '../../design/page-icon';
import { formatEuros } from '../format';
import { Cell } from './cell';
import type { Editing } from './editing';
import { COLUMNS, type ColumnName, type EditedRow, hasCell, isLocked } from './row';
import { type DetailChoices, RowDetails } from './row-details';

interface Props {
  readonly row: EditedRow;
  readonly line: number;
  readonly count: number;
  readonly editing: Editing;
  readonly choices: DetailChoices;
  /** Undefined while it is calculated for the first time. */
  readonly cents: number | null | undefined;
  readonly isOld: boolean;
  /** What is wrong with a field of the row, by its name. */
  readonly errors: ReadonlyMap<string, string>;
  readonly onPriceWithTax: () => void;
}

/** A line: a row of the grid at a desk, a card on a phone; its less common fields open below it. */
export function EditorRow({
  row,
  line,
  count,
  editing,
  choices,
  cents,
  isOld,
  errors,
  onPriceWithTax,
}: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const columns = COLUMNS.filter((column) => hasCell(row, column));
  const hasFigures = columns.length > 1;
  const wrong = [...errors].filter(([name]) => !(COLUMNS as readonly string[]).includes(name));
  return (
    <>
      <tr data-row={row.key} data-kind={row.kind}>
        {columns.map((column) => (
          <td
            key={column}
            className={`cell-${column}`}
            data-label={t(`lineEditor.columns.${column}`)}
            colSpan={hasFigures ? undefined : row.kind === 'subtotal' ? COLUMNS.length : COLUMNS.length + 1}
          >
            <Cell
              {...{ row, column, line, editing }}
              error={errors.get(column)}
              onPriceWithTax={isPriced(row, column) ? onPriceWithTax : undefined}
            />
            {column === 'label' && <Note row={row} />}
            {isPriced(row, column) && <PriceButton line={line} act={onPriceWithTax} />}
          </td>
        ))}
        {row.kind !== 'text' && (
          <td
            className="cell-amount"
            data-label={t('lineEditor.columns.amount')}
            data-old={isOld || undefined}
          >
            {cents == null ? '–' : formatEuros(cents)}
          </td>
        )}
        <td className="cell-actions">
          <div className="row-actions">
            <RowButton
              name="chevron-up"
              words="up"
              line={line}
              off={line === 1}
              act={() => editing.move(row.key, -1)}
            />
            <RowButton
              name="chevron-down"
              words="down"
              line={line}
              off={line === count}
              act={() => editing.move(row.key, 1)}
            />
            {row.kind !== 'text' && (
              <RowButton
                name="adjustments"
                words="details"
                line={line}
                isOpen={isOpen || wrong.length > 0}
                act={() => setOpen(!isOpen)}
              />
            )}
            {row.kind !== 'print' && (
              <RowButton name="trash" words="remove" line={line} act={() => editing.remove(row)} />
            )}
          </div>
        </td>
      </tr>
      {(isOpen || wrong.length > 0) && (
        <tr className="row-details">
          <td colSpan={COLUMNS.length + 2}>
            <RowDetails {...{ row, line, editing, choices, errors }} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Whether it is the cell of a price that can be typed. */
const isPriced = (row: EditedRow, column: ColumnName): boolean =>
  column === 'unitPrice' && !isLocked(row, column);

/** Not reached by Tab, which goes from cell to cell: the cell's own key does the same. */
const PriceButton = ({ line, act }: { line: number; act: () => void }) => {
  const { t } = useTranslation();
  const label = t('lineEditor.priceWithTax', { line });
  return (
    <button
      type="button"
      className="price-button"
      tabIndex={-1}
      aria-keyshortcuts="Alt+T"
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      onClick={act}
    >
      {t('lineEditor.withTax')}
    </button>
  );
};

/** What kind of line it is, where its cells do not say it. */
function Note({ row: { kind } }: { row: EditedRow }) {
  const { t } = useTranslation();
  if (kind === 'text' || kind === 'subtotal')
    return <span className="cell-note">{t(`lineEditor.${kind}`)}</span>;
  return kind === 'print' ? <span className="cell-note">{t('lineEditor.measured')}</span> : null;
}

interface ButtonProps {
  readonly name: PageIconName;
  readonly words: 'up' | 'down' | 'details' | 'remove';
  readonly line: number;
  readonly off?: boolean;
  readonly isOpen?: boolean;
  readonly act: () => void;
}
const RowButton = ({ name, words, line, off, isOpen, act }: ButtonProps) => {
  const { t } = useTranslation();
  const label = t(`lineEditor.${words}`, { line });
  return (
    <button
      type="button"
      className="row-button"
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      aria-expanded={isOpen}
      onClick={off ? undefined : act}
    >
      <PageIcon name={name} />
    </button>
  );
};
