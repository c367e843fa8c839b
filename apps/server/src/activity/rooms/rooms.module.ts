import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Room } from './room.entity';
import { Rooms1764500213000 } from './rooms.migration';

/** Rooms and equipment that sessions use. */
@Module({})
export class RoomsModule {}

export const rooms: Feature = {
  module: RoomsModule,
  tables: [Room],
  migrations: [Rooms1764500213000],
};
