import type { LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/** A person the network serves, whether or not they can sign in. */
@Entity('members')
export class Member {
  @IdColumn() id!: MemberId;
  @TextColumn() displayName!: string;
  /** What tariffs look at, such as `resident` or `student`. */
  @TextColumn() category!: string;
  /** The fact that residency was verified, never the document; null = not a verified resident. */
  @InstantColumn({ nullable: true }) residencyValidUntil!: number | null;
  @TextColumn({ nullable: true }) homeLabId!: LabId | null;
  @InstantColumn() createdAt!: number;
}
