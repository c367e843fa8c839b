import type { AccountId, LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/**
 * Makes one computer the agent of a lab, once. Used codes are kept, as a record of who admitted which computer, and
 * when.
 */
@Entity('enrolment_codes')
export class EnrolmentCode {
  @IdColumn() id!: string;
  @TextColumn() labId!: LabId;
  /** SHA-256, in hexadecimal. */
  @TextColumn() codeHash!: string;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  @InstantColumn({ nullable: true }) usedAt!: number | null;
}
