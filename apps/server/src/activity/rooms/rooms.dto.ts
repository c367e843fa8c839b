import type { LabId, RoomId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf } from '../../platform/http/fields';
import { ROOM_KINDS } from './room.entity';

const kindField = z.enum(ROOM_KINDS).meta({ id: 'RoomKind' });
const fields = {
  name: lineOfText(80),
  places: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .describe('People that it has places for; null: not known'),
};
export class NewRoomDto extends createZodDto(
  z.object({ ...fields, places: fields.places.default(null), kind: kindField }),
) {}
/** Names the version that the person saw. */
export class RoomChangesDto extends createZodDto(z.object({ ...fields, version: z.number().int().min(1) })) {}

const roomView = z
  .object({
    id: id<RoomId>(),
    labId: id<LabId>(),
    kind: kindField.describe('`equipment`: what a session needs, such as a case of laptops'),
    name: z.string(),
    places: z.number().int().nullable(),
    version: z.number().int(),
    retiredAt: instant.nullable(),
  })
  .meta({ id: 'Room' });
export class RoomDto extends createZodDto(roomView) {}
export class RoomListDto extends createZodDto(pageOf(roomView)) {}
export class RoomQueryDto extends createZodDto(
  z.object({ retired: z.stringbool().default(false).describe('`true`: retired ones too') }),
) {}
