/** A number of values that one query can take easily. */
export const CHUNK = 200;

/** The values in groups that one query can take. */
export function* chunks<T>(all: readonly T[], size = CHUNK): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
