import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../toasts/use-toast';
import { focusInRow } from './focus';
import type { PastedCells } from './paste';
import { type EditedRow, newRow, type RowDefaults } from './row';
import { withChange, withInserted, withMoved, without, withPasted, withReturned } from './rows';
import type { EditedSheet } from './use-sheet';

let made = 0;
/** Unlike every key of rows kept from an earlier visit. */
const newKey = (): string => `new-${Date.now().toString(36)}-${made++}`;

/** What can be done with the rows; each also says where the focus goes. */
export function useEditing(
  sheet: EditedSheet,
  defaults: RowDefaults,
  table: RefObject<HTMLTableElement | null>,
) {
  const { t } = useTranslation();
  const toast = useToast();
  const { rows, setRows } = sheet;
  const wanted = useRef<{ key: string; column: string }>(undefined);
  useEffect(() => {
    const { key, column } = wanted.current ?? {};
    if (key && column && focusInRow(table.current, key, column)) wanted.current = undefined;
  });
  const focus = (key: string, column: string) => {
    wanted.current = { key, column };
  };
  const make = (given: Partial<EditedRow> = {}) => newRow(defaults, newKey(), given);
  const takeBack = (act: () => void) => ({ act: async () => act(), touches: [] });
  return {
    rows,
    change: (key: string, change: Partial<EditedRow>) => setRows((before) => withChange(before, key, change)),
    /** Adds a row at the end; its first figure, or its label, gets the focus. */
    add: (given: Partial<EditedRow>, column: string) => {
      const row = make(given);
      setRows((before) => withInserted(before, null, [row]));
      focus(row.key, column);
    },
    move: (key: string, by: -1 | 1, column?: string) => {
      setRows((before) => withMoved(before, key, by));
      if (column) focus(key, column);
    },
    remove: (row: EditedRow) => {
      const before = rows;
      const at = before.indexOf(row);
      setRows((now) => without(now, row.key));
      focus((before[at + 1] ?? before[at - 1])?.key ?? 'new', 'label');
      toast(
        t('lineEditor.removed'),
        takeBack(() => setRows((now) => withReturned(now, row, before))),
      );
    },
    /** @param from the key of the first row to fill; null: only new rows */
    paste: (from: string | null, pasted: readonly PastedCells[]) => {
      const before = rows;
      setRows((now) => withPasted(now, from, pasted, make));
      toast(
        t('lineEditor.pasted', { count: pasted.length }),
        takeBack(() => setRows(() => before)),
      );
    },
  };
}
export type Editing = ReturnType<typeof useEditing>;
