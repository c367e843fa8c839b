import type { AccountId, BatchId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/** A sender's own name for a submission: sent again after an answer that was lost, it makes nothing new. */
@Entity('submission_keys')
export class SubmissionKey {
  /** SHA-256 of account and key, in hexadecimal. */
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  /** SHA-256 of what was asked for: the same key with something else is a mistake of the sender's. */
  @TextColumn() fingerprint!: string;
  /** Null only within the unit of work that makes the batch. */
  @TextColumn({ nullable: true }) batchId!: BatchId | null;
  /** Of the unit of work that wrote the row: how it knows that it was the first. */
  @TextColumn() claim!: string;
  @InstantColumn() createdAt!: number;
}
