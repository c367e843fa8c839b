import type { FaultDetails, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A mail to write and send. What it says is put together when it is sent: no secret link waits in the database. */
@Entity('mails')
export class Mail {
  @IdColumn() id!: string;
  /** Its name in templates.ts; one of another version is known by no name here. */
  @TextColumn() template!: string;
  @TextColumn() address!: string;
  @TextColumn() language!: Language;
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** The account code whose link it carries. */
  @TextColumn({ nullable: true }) codeId!: string | null;
  @JsonColumn() data!: FaultDetails;
  /** `dropped`: when it came to be written, nobody was to get it any more. */
  @TextColumn() state!: 'waiting' | 'sent' | 'failed' | 'dropped';
  /** What the mail server said. */
  @TextColumn({ nullable: true }) failure!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
