import type { FaultDetails, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A mail to write and send. Its text is written when it is sent, so that no secret link is stored in the database. */
@Entity('mails')
export class Mail {
  @IdColumn() id!: string;
  /** Its name in its owner's `*.mails.ts`; a name of another version may be unknown here. */
  @TextColumn() template!: string;
  @TextColumn() address!: string;
  @TextColumn() language!: Language;
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** The account code whose link the mail contains. */
  @TextColumn({ nullable: true }) codeId!: string | null;
  @JsonColumn() data!: FaultDetails;
  /** `dropped`: when it was to be written, it no longer had a reader. */
  @TextColumn() state!: 'waiting' | 'sent' | 'failed' | 'dropped';
  /** The mail server's answer. */
  @TextColumn({ nullable: true }) failure!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
