import type { PastedCells } from './paste';
import { unitOf } from './paste';
import { COLUMNS, type EditedRow, hasCell, isLocked } from './row';

type Rows = readonly EditedRow[];

const at = (rows: Rows, key: string): number => rows.findIndex((row) => row.key === key);

export const withChange = (rows: Rows, key: string, change: Partial<EditedRow>): Rows =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row));

/** @param after the key of the row before the new ones; null: at the end */
export function withInserted(rows: Rows, after: string | null, added: Rows): Rows {
  const place = after === null ? rows.length : at(rows, after) + 1;
  return [...rows.slice(0, place), ...added, ...rows.slice(place)];
}

export const without = (rows: Rows, key: string): Rows => rows.filter((row) => row.key !== key);

/** Puts a removed row back after the row it came after, or where that is gone too, as near as possible. */
export function withReturned(rows: Rows, removed: EditedRow, before: Rows): Rows {
  const earlier = before.slice(0, at(before, removed.key)).map(({ key }) => key);
  const neighbour = earlier.reverse().find((key) => at(rows, key) >= 0);
  if (neighbour !== undefined) return withInserted(rows, neighbour, [removed]);
  return [removed, ...rows];
}

/** Moves a row by one place; at an end, nothing moves. */
export function withMoved(rows: Rows, key: string, by: -1 | 1): Rows {
  const from = at(rows, key);
  const moved = rows[from];
  const other = rows[from + by];
  if (!moved || !other) return rows;
  return rows.map((row, place) => (place === from ? other : place === from + by ? moved : row));
}

/** The change that pasted cells make to a row; what a machine measured stays. */
function changeOf(row: EditedRow, cells: PastedCells): Partial<EditedRow> {
  const free = COLUMNS.filter(
    (column) => cells[column] !== undefined && hasCell(row, column) && !isLocked(row, column),
  );
  const texts = Object.fromEntries(
    free.filter((column) => column !== 'unit').map((column) => [column, cells[column]]),
  );
  const unit = free.includes('unit') ? unitOf(cells.unit ?? '') : undefined;
  return { ...texts, ...(unit && { unit }) };
}

/**
 * Fills pasted rows in from a row on, as spreadsheets do; what does not fit becomes new rows. A new row with nothing but a
 * label is a text.
 * @param from the key of the first row to fill; null: only new rows
 */
export function withPasted(
  rows: Rows,
  from: string | null,
  pasted: readonly PastedCells[],
  make: (given: Partial<EditedRow>) => EditedRow,
): Rows {
  const start = from === null ? rows.length : at(rows, from);
  const filled = rows.map((row, place) => {
    const cells = pasted[place - start];
    return cells ? { ...row, ...changeOf(row, cells) } : row;
  });
  const added = pasted.slice(rows.length - start).map((cells) => {
    const isText = Object.keys(cells).every((column) => column === 'label');
    const row = make(isText ? { kind: 'text' } : {});
    return { ...row, ...changeOf(row, cells) };
  });
  return [...filled, ...added];
}

const withId = (rows: Rows, id: string | null): EditedRow | undefined =>
  id === null ? undefined : rows.find((row) => row.id === id);

/** A row of both: the cells that this person changed, and the others as the other person saved them. */
function mergedRow(base: EditedRow | undefined, mine: EditedRow, theirs: EditedRow): EditedRow {
  const isMine = (name: keyof EditedRow) => JSON.stringify(mine[name]) !== JSON.stringify(base?.[name]);
  const changed = (Object.keys(mine) as (keyof EditedRow)[]).filter(isMine);
  const cells = Object.fromEntries(changed.map((name) => [name, mine[name]]));
  return { ...theirs, ...cells, key: mine.key };
}

/** What a person has typed, on top of lines that another person saved in the meantime. */
export function merged(base: Rows, mine: Rows, theirs: Rows): Rows {
  const kept = mine.flatMap((row) => {
    const same = withId(theirs, row.id);
    if (same) return [mergedRow(withId(base, row.id), row, same)];
    return row.id === null ? [row] : [];
  });
  return [...kept, ...theirs.filter(({ id }) => !withId(base, id))];
}

/** What would be saved of a row. */
const saidBy = ({ key: _key, ...said }: EditedRow): string => JSON.stringify(said, Object.keys(said).sort());

/** Whether two lists of rows would be saved alike. */
export const areAlike = (some: Rows, others: Rows): boolean =>
  some.length === others.length &&
  some.every((row, place) => {
    const other = others[place];
    return other !== undefined && saidBy(row) === saidBy(other);
  });
