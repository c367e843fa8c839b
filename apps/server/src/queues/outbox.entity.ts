import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A queue job that its unit of work wants added once committed. Gone when BullMQ has it. */
@Entity('queue_outbox')
export class OutboxEntry {
  /** Also BullMQ's job id, so that adding it twice adds it once. */
  @IdColumn() id!: string;
  @TextColumn() name!: string;
  @JsonColumn() data!: unknown;
  @InstantColumn() createdAt!: number;
}
