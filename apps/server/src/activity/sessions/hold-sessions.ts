import type { Unit } from '../../platform/persistence/unit';

/**
 * Lets only one unit of work at a time decide when sessions are: a trainer may teach in two labs, so that locking one
 * lab is not enough. PostgreSQL would run two at the same time, and neither would see the other's sessions. Order of
 * locks, against deadlocks: members, labs, sessions, topics and rooms, registrations.
 */
export async function holdSessions({ manager }: Unit): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE sessions IN SHARE ROW EXCLUSIVE MODE');
}
