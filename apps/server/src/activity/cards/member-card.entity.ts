import type { AccountId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** A card with a code that a scanner reads; it opens nothing and only says who the person is. */
@Entity('member_cards')
export class MemberCard {
  @IdColumn() id!: string;
  @TextColumn() memberId!: MemberId;
  /** What the bar code or QR code says: random, or that of another card of the person, such as a library card. */
  @TextColumn() code!: string;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}
