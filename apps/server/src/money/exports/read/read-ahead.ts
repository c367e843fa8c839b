/** How many rows of a long table are read at once. */
const PAGE_SIZE = 500;

/**
 * The rows of a long table, page by page: while one page is used, the database reads the next one.
 * @param readAfter reads at most `size` rows after the given one, in the order of the table
 */
export async function* readPages<Row>(
  readAfter: (last: Row | undefined, size: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let coming = readAfter(undefined, PAGE_SIZE);
  for (;;) {
    const rows = await coming;
    const isLast = rows.length < PAGE_SIZE;
    if (!isLast) {
      coming = readAfter(rows.at(-1), PAGE_SIZE);
      // A caller that stops early never waits for it; one that goes on gets the error from `await`.
      coming.catch(() => {});
    }
    if (rows.length > 0) yield rows;
    if (isLast) return;
  }
}
