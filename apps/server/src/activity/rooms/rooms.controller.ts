import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId, RoomId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import type { Room } from './room.entity';
import { NewRoomDto, RoomChangesDto, RoomDto, RoomListDto, RoomQueryDto } from './rooms.dto';
import { RoomsService } from './rooms.service';

const viewRoom = ({ retiredAt, ...room }: Room) => ({ ...room, retiredAt: toIsoOrNull(retiredAt) });

@ApiTags('activity')
@Controller('v1')
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  /** Lists the rooms of a lab, then its equipment for sessions. */
  @Get('labs/:id/rooms')
  @Can('room.read', 'network')
  @ZodResponse({ type: RoomListDto })
  @Faults('LAB.UNKNOWN')
  async list(@PathId() id: LabId, @Query() { retired }: RoomQueryDto) {
    const { items, total } = await this.rooms.list(id, retired);
    return { items: items.map(viewRoom), total };
  }

  /** Adds a room, or equipment that sessions need: one session has it at a time. */
  @Post('labs/:id/rooms')
  @Can('room.manage', 'lab')
  @ZodResponse({ status: 201, type: RoomDto })
  @Faults('LAB.UNKNOWN', 'ROOM.NAME_USED')
  async create(@PathId() id: LabId, @Body() body: NewRoomDto) {
    return viewRoom(await this.rooms.create(id, body));
  }

  /** Changes the name and the places of a room. */
  @Put('rooms/:id')
  @Can('room.manage', 'room')
  @ZodResponse({ type: RoomDto })
  @Faults('ROOM.CHANGED', 'ROOM.NAME_USED', 'ROOM.UNKNOWN')
  async change(@PathId() id: RoomId, @Body() body: RoomChangesDto) {
    return viewRoom(await this.rooms.change(id, body));
  }

  /** Retires a room: no new session can have it, and planned ones keep it. */
  @Post('rooms/:id/retire')
  @HttpCode(200)
  @Can('room.manage', 'room')
  @ZodResponse({ status: 200, type: RoomDto })
  @Faults('ROOM.UNKNOWN')
  async retire(@PathId() id: RoomId) {
    return viewRoom(await this.rooms.setRetired(id, true));
  }

  /** Makes a retired room available again. */
  @Post('rooms/:id/restore')
  @HttpCode(200)
  @Can('room.manage', 'room')
  @ZodResponse({ status: 200, type: RoomDto })
  @Faults('ROOM.NAME_USED', 'ROOM.UNKNOWN')
  async restore(@PathId() id: RoomId) {
    return viewRoom(await this.rooms.setRetired(id, false));
  }
}
