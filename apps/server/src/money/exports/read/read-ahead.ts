import { BATCH } from './scope';

/**
 * The rows of a long table, batch by batch: while one batch is used, the database reads the next one.
 * @param readAfter reads at most `BATCH` rows after the given one, in the order of the table
 */
export async function* readAhead<Row>(
  readAfter: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let coming = readAfter(undefined);
  for (;;) {
    const rows = await coming;
    const isLast = rows.length < BATCH;
    if (!isLast) {
      coming = readAfter(rows.at(-1));
      // A caller that stops early never waits for it; one that goes on gets the error from `await`.
      coming.catch(() => {});
    }
    yield* rows;
    if (isLast) return;
  }
}
