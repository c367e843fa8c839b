import type { Database } from './data-source';

/**
 * Checks that every entity with a certain column is registered.
 * @param isMeant tells by a column's name in the class whether its entity must be registered
 * @param what one registration in words, such as “personal data of the table”
 * @throws Error naming the tables of the entities that are not registered
 */
export function assertRegistered(
  { reader }: Database,
  isMeant: (column: string) => boolean,
  registered: ReadonlySet<unknown>,
  what: string,
): void {
  const missing = reader.entityMetadatas
    .filter(({ columns }) => columns.some(({ propertyName }) => isMeant(propertyName)))
    .filter(({ target }) => !registered.has(target));
  if (missing.length === 0) return;
  throw new Error(`not registered: ${what} ${missing.map(({ tableName }) => tableName).join(', ')}`);
}
