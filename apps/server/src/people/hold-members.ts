import type { EntityManager } from 'typeorm';

/**
 * Lets only one unit of work at a time decide by what stands in other members' rows: PostgreSQL would run two at once,
 * each blind to what the other writes. Nobody's reading waits for it; on SQLite units of work wait anyway.
 */
export async function holdMembers(manager: EntityManager): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE members IN SHARE ROW EXCLUSIVE MODE');
}
