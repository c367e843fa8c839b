import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { Pager } from '../pager';
import { type Column, canSort, shownOf } from './column';
import { ColumnChoice } from './column-choice';
import { HeadCell } from './head-cell';
import { useListState } from './list-state';
import { SearchField } from './search-field';
import { SortChoice } from './sort-choice';
import { PAGE_SIZE, useRows } from './use-rows';
import { en, fr } from './words';
import './table.css';

export type { Column } from './column';
export { PAGE_SIZE } from './use-rows';

addWords('table', { fr, en });

interface Props<Row> {
  /** Names the list for those who cannot see it. */
  readonly label: string;
  /** Keep the array between renders (`useMemo`): the table is computed again when it changes. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** The rows are one page of a longer list, which the server searched and sorted by `useListState()`. */
  readonly server?: { readonly total: number };
  /** The order in which the rows come, as in `ListState.sort`: its heading shows it. */
  readonly sortedAtFirst?: string;
  /** The search field above the list. Leave it out for short lists. */
  readonly isSearchable?: boolean;
  /** Says what is searched, in place of “Search in the list”. */
  readonly searchFor?: string;
  /** Other filters, beside the search field. */
  readonly filters?: ReactNode;
  /** Shown instead of the list when there is no row and no search. */
  readonly empty: ReactNode;
  readonly isChosen?: (row: Row) => boolean;
}

/**
 * A list whose search, order, page and columns stand in the page's address. A heading sorts; where there is little room,
 * each row is a card that names its fields.
 */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { label, columns, rows, rowId, server, sortedAtFirst = '', isSearchable, filters, empty } = props;
  const { t } = useTranslation();
  const [state, change] = useListState();
  const { shown, total } = useRows({ columns, rows, rowId, server, state });
  const sort = state.sort || sortedAtFirst;
  const isSearched = state.search !== '';
  if (total === 0 && !isSearched && !filters) return empty;
  return (
    <section className="list" aria-label={label}>
      <div className="list-tools">
        {isSearchable && (
          <SearchField
            label={props.searchFor ?? t('table.search')}
            search={state.search}
            onSearch={(search) => change({ search })}
          />
        )}
        {filters}
        <p className="list-count" role="status">
          {t('table.found', { count: total })}
        </p>
        <SortChoice
          columns={columns.filter((column) => canSort(column, server !== undefined))}
          sort={sort}
          onSort={(wanted) => change({ sort: wanted })}
        />
        <ColumnChoice
          columns={columns.filter(({ choice }) => choice !== undefined)}
          shown={shownOf(columns, state.columns)}
          onChange={(ids) => change({ columns: ids })}
          changed={state.columns}
        />
      </div>
      {total > 0 ? (
        <Rows {...props} shown={shown} sort={sort} />
      ) : isSearched ? (
        <div className="empty">
          <p className="empty-title">{t('table.none')}</p>
          <button type="button" className="link-button" onClick={() => change({ search: '' })}>
            {t('table.clear')}
          </button>
        </div>
      ) : (
        empty
      )}
      <Pager offset={state.from} size={PAGE_SIZE} total={total} go={(from) => change({ from })} />
    </section>
  );
}

/** So many columns still stand beside their names on a card. */
const FEW = 3;

interface RowsProps<Row extends object> extends Props<Row> {
  readonly shown: ReturnType<typeof useRows<Row>>['shown'];
  readonly sort: string;
}
function Rows<Row extends object>({ columns, server, isChosen, shown, sort }: RowsProps<Row>) {
  const [state, change] = useListState();
  const shownColumns = shownOf(columns, state.columns);
  return (
    <table className="table" data-few={shownColumns.length <= FEW || undefined}>
      <thead>
        <tr>
          {shownColumns.map((column) => (
            <HeadCell
              key={column.id}
              label={column.header}
              isFigure={column.isFigure}
              canSort={canSort(column, server !== undefined)}
              sorted={sort === column.id ? 'asc' : sort === `-${column.id}` ? 'desc' : false}
              onSort={() => change({ sort: sort === column.id ? `-${column.id}` : column.id })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, row }) => (
          <tr key={id} data-chosen={isChosen?.(row) || undefined}>
            {shownColumns.map((column) => (
              <td key={column.id} data-label={column.header} data-figure={column.isFigure || undefined}>
                {column.cell ? column.cell(row) : column.value?.(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
