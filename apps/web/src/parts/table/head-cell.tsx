import { PageIcon } from '../../design/page-icon';

interface Props {
  readonly label: string;
  readonly isFigure: boolean | undefined;
  readonly canSort: boolean;
  readonly sorted: 'asc' | 'desc' | false;
  readonly onSort: () => void;
}

/** The heading of a column; pressing it sorts by the column, pressing it again turns the order round. */
export function HeadCell({ label, isFigure, canSort, sorted, onSort }: Props) {
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined;
  return (
    <th scope="col" data-figure={isFigure || undefined} aria-sort={order}>
      {canSort ? (
        <button type="button" className="head-button" onClick={onSort}>
          {label}
          <PageIcon name={sorted === 'desc' ? 'chevron-down' : sorted ? 'chevron-up' : 'selector'} />
        </button>
      ) : (
        label
      )}
    </th>
  );
}
