import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A queue job that is added to BullMQ after its unit of work commits. Deleted once BullMQ has it. */
@Entity('queue_outbox')
export class OutboxEntry {
  /** Also BullMQ's job id, so that a duplicate is not added. */
  @IdColumn() id!: string;
  @TextColumn() name!: string;
  @JsonColumn() data!: unknown;
  @InstantColumn() createdAt!: number;
}
