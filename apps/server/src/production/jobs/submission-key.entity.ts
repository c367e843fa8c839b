import type { AccountId, BatchId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** The client's key of a submission: sent again after a lost answer, the submission makes no new jobs. */
@Entity('submission_keys')
export class SubmissionKey {
  /** SHA-256 of account and key, in hexadecimal. */
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  /** SHA-256 of the request: the same key with another request is a mistake of the client. */
  @TextColumn() fingerprint!: string;
  /** Null only during the unit of work that makes the batch. */
  @TextColumn({ nullable: true }) batchId!: BatchId | null;
  /** Identifies the unit of work that wrote the row, so that this unit knows that it was the first. */
  @TextColumn() claim!: string;
  @InstantColumn() createdAt!: number;
}
