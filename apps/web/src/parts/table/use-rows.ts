import {
  columnFilteringFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { currentLanguage } from '../../i18n/i18n';
import { type Column, canSort } from './column';
import type { ListState } from './list-state';
import { type CellValue, compareCells, rowMatches } from './order';

/** How many rows a page of a list has. */
export const PAGE_SIZE = 25;

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  rowPaginationFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
});

interface Asked<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly server: { readonly total: number } | undefined;
  readonly state: ListState;
}

interface Found<Row> {
  /** The rows of the page that is shown. */
  readonly shown: readonly { readonly id: string; readonly row: Row }[];
  /** How many rows match, on all pages. */
  readonly total: number;
}

/** Searches, sorts and pages rows in the browser; rows of the server come as they are to be shown. */
export function useRows<Row extends object>({ columns, rows, rowId, server, state }: Asked<Row>): Found<Row> {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.value?.(row) ?? undefined,
        enableSorting: canSort(column, server !== undefined),
        sortUndefined: 'last' as const,
        sortFn: (a: { getValue: (id: string) => unknown }, b: typeof a, id: string) =>
          compareCells(a.getValue(id) as CellValue, b.getValue(id) as CellValue, currentLanguage()),
      })),
    [columns, server],
  );
  const isKnown = columns.some(({ id }) => id === state.sort.replace(/^-/, ''));
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowId,
    state: {
      sorting: isKnown ? [{ id: state.sort.replace(/^-/, ''), desc: state.sort.startsWith('-') }] : [],
      globalFilter: state.search,
      columnFilters: [],
      pagination: { pageIndex: server ? 0 : Math.floor(state.from / PAGE_SIZE), pageSize: PAGE_SIZE },
    },
    globalFilterFn: (row: { original: Row }, _id: string, search: string) =>
      rowMatches(
        columns.map(({ value }) => value?.(row.original)),
        search,
      ),
    getColumnCanGlobalFilter: () => true,
    autoResetPageIndex: false,
    manualSorting: server !== undefined,
    manualFiltering: server !== undefined,
    manualPagination: server !== undefined,
  });
  return {
    shown: table.getRowModel().rows.map(({ id, original }) => ({ id, row: original })),
    total: server?.total ?? table.getFilteredRowModel().rows.length,
  };
}
