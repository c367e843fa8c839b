import type { Unit } from '../../platform/persistence/unit';

/**
 * Lets only one unit of work at a time make a decision that depends on other members' rows. PostgreSQL would run two at
 * the same time, and neither would see the other's writes. Reads do not wait for it; on SQLite units of work wait
 * anyway.
 */
export async function holdMembers({ manager }: Unit): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE members IN SHARE ROW EXCLUSIVE MODE');
}
