import { Fault, type LabId, type RoomId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Room } from './room.entity';

/** @throws Fault ROOM.UNKNOWN */
export async function findRoom(manager: EntityManager, id: RoomId): Promise<Room> {
  const room = await manager.findOneBy(Room, { id });
  if (!room) throw new Fault('ROOM.UNKNOWN');
  return room;
}

/** Locks this room until the unit of work ends. On PostgreSQL, writing the row locks it. */
export async function holdRoom({ manager }: Unit, id: RoomId): Promise<void> {
  await manager.update(Room, { id }, { id });
}

/**
 * Rooms and equipment of a lab, for a session. They stay locked: none can be retired before the session is there.
 * @throws Fault ROOM.UNKNOWN, ROOM.RETIRED {name}
 */
export async function demandRooms(unit: Unit, labId: LabId, ids: readonly RoomId[]): Promise<Room[]> {
  const unique = [...new Set(ids)].sort();
  for (const id of unique) await holdRoom(unit, id);
  const rooms = await unit.manager.findBy(Room, { id: In(unique), labId });
  if (rooms.length < unique.length) throw new Fault('ROOM.UNKNOWN');
  const retired = rooms.find(({ retiredAt }) => retiredAt !== null);
  if (retired) throw new Fault('ROOM.RETIRED', { name: retired.name });
  return rooms;
}
