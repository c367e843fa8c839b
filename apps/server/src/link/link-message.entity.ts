import type { LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** An assignment or a command for a lab's agent, repeated until its journal has it. */
@Entity('link_messages')
export class LinkMessage {
  @IdColumn() id!: string;
  @TextColumn() labId!: LabId;
  @TextColumn() kind!: 'assignment' | 'command';
  /** The message's body, without its epoch: it is sent with the one then in force. */
  @JsonColumn() body!: Record<string, unknown>;
  @InstantColumn() createdAt!: number;
  /** After this nobody wants it any more; null = as long as it takes. */
  @InstantColumn({ nullable: true }) expiresAt!: number | null;
  @InstantColumn({ nullable: true }) acknowledgedAt!: number | null;
  /** Of an emergency stop: since when it is on record that it has not arrived. */
  @InstantColumn({ nullable: true }) overdueAt!: number | null;
}
