import type { Query } from './recount/rows';

/** The catalogue that a new service has: the city teaches from it, where it is not empty. */
export async function cityTopics(query: Query) {
  const rows = await query('SELECT * FROM topics WHERE "retiredAt" IS NULL ORDER BY position');
  return rows.map(({ id, nameFr, inductionKind, lengthMinutes, capacity }) => ({
    ...{ id: String(id), nameFr: String(nameFr), lengthMinutes: Number(lengthMinutes) },
    ...{ capacity: Number(capacity), inductionKind: inductionKind === null ? null : String(inductionKind) },
  }));
}
