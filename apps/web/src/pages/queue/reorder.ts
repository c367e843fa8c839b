/** Where a row goes, as the API takes it: beside another waiting job. */
export type Place = { readonly before: string } | { readonly after: string };

/** The rows after one of them was moved. @param to its new index, counted from 0 */
export function moveWithin<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows[from];
  if (row === undefined) return rows;
  const others = rows.filter((_, at) => at !== from);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

/** Where the row at `from` has to be put to stand at `to`; undefined where it stands there already. */
export function placeAt(ids: readonly string[], from: number, to: number): Place | undefined {
  const other = ids[to];
  if (other === undefined || ids[from] === undefined || from === to) return undefined;
  return to < from ? { before: other } : { after: other };
}

/** Where a row has to be put to come back to where it stands now; undefined for the only row. */
export function placeOf(ids: readonly string[], at: number): Place | undefined {
  const [above, below] = [ids[at - 1], ids[at + 1]];
  if (below !== undefined) return { before: below };
  return above === undefined ? undefined : { after: above };
}

/** Rows in a new order get the places of the old one: places count also those that are not shown. */
export function withPlaces<Row extends { readonly position: number | null }>(
  rows: readonly Row[],
): readonly Row[] {
  const places = rows.map(({ position }) => position).sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return rows.map((row, at) => ({ ...row, position: places[at] ?? null }));
}

/** The index that an index moves to, kept inside the list. */
export const within = (index: number, length: number): number => Math.max(0, Math.min(length - 1, index));

/** Where a row goes: to an index counted from 0, or so many rows down (up if negative). */
export type Target = { readonly to: number } | { readonly by: number };

/** The index that the row at `from` goes to, kept inside the list. */
export const targetIn = (ids: readonly string[], from: number, target: Target): number =>
  within('to' in target ? target.to : from + target.by, ids.length);
