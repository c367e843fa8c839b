import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Room } from './room.entity';
import { RoomRegistrations } from './room-registrations';
import { roomsAudit } from './rooms.audit';
import { RoomsController } from './rooms.controller';
import { roomsFaults } from './rooms.faults';
import { Rooms1764500213000 } from './rooms.migration';
import { RoomsService } from './rooms.service';

/** Rooms and equipment that sessions use. */
@Module({ controllers: [RoomsController], providers: [RoomRegistrations, RoomsService] })
export class RoomsModule {}

export const rooms = {
  module: RoomsModule,
  tables: [Room],
  migrations: [Rooms1764500213000],
  auditWords: [roomsAudit],
  faults: [roomsFaults],
} satisfies Feature;
