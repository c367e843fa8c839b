import { Injectable } from '@nestjs/common';
import { Fault, folded, type LabId, newId, type RoomId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { findRoom, holdRoom } from './find-rooms';
import { Room } from './room.entity';
import type { NewRoomDto, RoomChangesDto } from './rooms.dto';

/** Rooms and equipment of labs. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Rooms first, by name. @throws Fault LAB.UNKNOWN */
  async list(labId: LabId, retired: boolean) {
    if (!(await this.read.of(Lab).existsBy({ id: labId }))) throw new Fault('LAB.UNKNOWN');
    const where = retired ? { labId } : { labId, retiredAt: IsNull() };
    const items = await this.read.of(Room).find({ where, order: { kind: 'DESC', name: 'ASC', id: 'ASC' } });
    return { items, total: items.length };
  }

  /** @throws Fault LAB.UNKNOWN, ROOM.NAME_USED {name} */
  create(labId: LabId, fields: NewRoomDto): Promise<Room> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await holdRooms(unit);
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await demandNewName(unit, { labId, name: fields.name });
      const room: Room = { id: newId<RoomId>(), labId, ...fields, version: 1, retiredAt: null };
      await manager.insert(Room, room);
      await audit(unit, { action: 'room.made', subject: ['room', room.id], labId, after: { ...fields } });
      return room;
    });
  }

  /** @throws Fault ROOM.UNKNOWN, ROOM.CHANGED, ROOM.NAME_USED {name} */
  change(id: RoomId, { version, ...fields }: RoomChangesDto): Promise<Room> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await holdRooms(unit);
      const room = await findRoom(manager, id);
      if (room.version !== version) throw new Fault('ROOM.CHANGED');
      await demandNewName(unit, { id, labId: room.labId, name: fields.name });
      const changed = difference(room, fields);
      if (!changed) return room;
      await manager.update(Room, { id }, { ...fields, version: version + 1 });
      await audit(unit, { action: 'room.changed', subject: ['room', id], labId: room.labId, ...changed });
      return findRoom(manager, id);
    });
  }

  /** No new session can have it; planned ones keep it. Idempotent. @throws Fault ROOM.UNKNOWN, ROOM.NAME_USED {name} */
  setRetired(id: RoomId, retired: boolean): Promise<Room> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await holdRooms(unit);
      await holdRoom(unit, id);
      const room = await findRoom(manager, id);
      if ((room.retiredAt !== null) === retired) return room;
      if (!retired) await demandNewName(unit, room);
      await manager.update(Room, { id }, { retiredAt: retired ? now : null, version: room.version + 1 });
      const action = retired ? 'room.retired' : 'room.restored';
      await audit(unit, { action, subject: ['room', id], labId: room.labId });
      return findRoom(manager, id);
    });
  }
}

/** Lets only one unit of work at a time give names: PostgreSQL would run two at the same time. */
async function holdRooms({ manager }: Unit): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE rooms IN SHARE ROW EXCLUSIVE MODE');
}

async function demandNewName(
  { manager }: Unit,
  { id, labId, name }: Pick<Room, 'labId' | 'name'> & { readonly id?: RoomId },
): Promise<void> {
  const others = await manager.findBy(Room, { labId, retiredAt: IsNull() });
  if (others.some((other) => other.id !== id && folded(other.name) === folded(name)))
    throw new Fault('ROOM.NAME_USED', { name });
}
