import type { LabId, RoomId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

export const ROOM_KINDS = ['room', 'equipment'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** A room of a lab, or equipment that a session needs, such as a case of ten laptops: one session has it at a time. */
@Entity('rooms')
export class Room {
  @IdColumn() id!: RoomId;
  @TextColumn() labId!: LabId;
  @TextColumn() kind!: RoomKind;
  @TextColumn() name!: string;
  /** People that it has places for; null: not known. */
  @IntegerColumn({ nullable: true }) places!: number | null;
  @IntegerColumn() version!: number;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
