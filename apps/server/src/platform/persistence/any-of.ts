import type { DataSource } from 'typeorm';

/**
 * The condition that `column` is one of the ids that a subquery selects. PostgreSQL would compare `IN (SELECT …)` with
 * every row of a large table, above all as one side of an OR; it reads an array first, and then uses the index.
 */
export const isAnyOf = (column: string, ids: string, { options }: DataSource): string =>
  options.type === 'sqlite' ? `${column} IN (${ids})` : `${column} = ANY (ARRAY(${ids}))`;
