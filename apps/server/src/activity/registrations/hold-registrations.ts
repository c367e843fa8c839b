import type { Unit } from '../../platform/persistence/unit';

/**
 * Lets only one unit of work at a time give places and note attendance: the last place goes to one, and a person is
 * registered for one session at a time, of whichever lab. PostgreSQL would run two at the same time. For the order of
 * locks see `holdSessions`.
 */
export async function holdRegistrations({ manager }: Unit): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE registrations IN SHARE ROW EXCLUSIVE MODE');
}
