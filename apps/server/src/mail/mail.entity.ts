import type { FaultDetails, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A mail to write and send. What it says is put together when it is sent: no secret link waits in the database. */
@Entity('mails')
export class Mail {
  @IdColumn() id!: string;
  @TextColumn() template!: string;
  @TextColumn() address!: string;
  @TextColumn() language!: Language;
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** The account code whose link it carries. */
  @TextColumn({ nullable: true }) codeId!: string | null;
  @JsonColumn() data!: FaultDetails;
  @TextColumn() state!: 'waiting' | 'sent' | 'failed';
  /** What the mail server said. */
  @TextColumn({ nullable: true }) failure!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
