import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { unitValues } from '../../api/schema';
import type { Editing } from './editing';
import { type CellField, caretOf, moveFocus } from './focus';
import { stepOf } from './keys';
import { pastedRows } from './paste';
import { type ColumnName, type EditedRow, isLocked, type Unit } from './row';

interface Props {
  readonly row: EditedRow;
  readonly column: ColumnName;
  /** The number of the line, from 1. */
  readonly line: number;
  readonly editing: Editing;
  /** What is wrong with it. */
  readonly error: string | undefined;
  /** Asks for the price from an amount with tax; only for the cell of a price that can be typed. */
  readonly onPriceWithTax?: (() => void) | undefined;
}

/** One cell: what is typed stands in it as it is; keys move as in a spreadsheet. */
export function Cell({ row, column, line, editing, error, onPriceWithTax }: Props) {
  const { t } = useTranslation();
  const words = { column: t(`lineEditor.columns.${column}`), line };
  const common = {
    className: 'cell-field',
    'data-column': column,
    'aria-label': t('lineEditor.cell', words),
    'aria-invalid': error !== undefined || undefined,
    title: error,
    'aria-keyshortcuts': onPriceWithTax && 'Alt+T',
    onKeyDown: (event: KeyboardEvent<CellField>) => {
      if (!onPriceWithTax || !isPriceKey(event)) return onKeyDown(event, row, editing);
      event.preventDefault();
      onPriceWithTax();
    },
    onPaste: (event: ClipboardEvent<CellField>) => onPaste(event, row.key, column, editing),
  };
  const type = (value: string) => editing.change(row.key, { [column]: value });
  if (column === 'unit')
    return isLocked(row, column) ? (
      <input {...common} readOnly value={t(`lineEditor.units.${row.unit}`)} />
    ) : (
      <select
        {...common}
        value={row.unit}
        onChange={({ currentTarget }) => type(currentTarget.value as Unit)}
      >
        {unitValues.map((unit) => (
          <option key={unit} value={unit}>
            {t(`lineEditor.units.${unit}`)}
          </option>
        ))}
      </select>
    );
  if (column === 'label')
    return (
      <textarea
        {...common}
        rows={1}
        maxLength={row.kind === 'text' ? 1000 : 300}
        value={row.label}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
    );
  return (
    <input
      {...common}
      type="text"
      inputMode={column === 'discount' ? 'text' : 'decimal'}
      autoComplete="off"
      readOnly={isLocked(row, column)}
      placeholder={column === 'discount' ? '–' : undefined}
      value={row[column]}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

// By its place: with Alt, the key gives another letter on some keyboards.
const isPriceKey = ({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && code === 'KeyT';

function onKeyDown(event: KeyboardEvent<CellField>, row: EditedRow, editing: Editing): void {
  const cell = event.currentTarget;
  const step = stepOf(event, caretOf(cell));
  if (!step) return;
  if (step.kind === 'move') editing.move(row.key, step.by, cell.dataset.column);
  else if (!moveFocus(cell, step.rows, step.columns) && event.key !== 'Enter') return;
  event.preventDefault();
}

/** Cells of a spreadsheet fill the rows from here on; any other text is pasted into the cell. */
export function onPaste(
  event: ClipboardEvent<HTMLElement>,
  from: string | null,
  column: ColumnName,
  editing: Editing,
): void {
  const pasted = pastedRows(event.clipboardData.getData('text/plain'), column);
  if (!pasted?.length) return;
  event.preventDefault();
  editing.paste(from, pasted);
}
