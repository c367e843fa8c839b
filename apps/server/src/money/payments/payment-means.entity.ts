import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** How money moves. `account`: the service itself, when the money of a member's account pays an invoice. */
export const MEANS = ['transfer', 'card', 'cheque', 'cash', 'direct-debit', 'other', 'account'] as const;
export type Means = (typeof MEANS)[number];

/** A means of payment from a day on. A row never changes: a new name or account is a new row. */
@Entity('payment_means')
export class PaymentMeans {
  @IdColumn() id!: string;
  @TextColumn() code!: Means;
  /** YYYY-MM-DD; of several rows, the latest that is not in the future is in force. */
  @TextColumn() inForceFrom!: string;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  /** Its account in the books, such as 512000. */
  @TextColumn() account!: string;
  /** False: staff cannot choose it. */
  @FlagColumn() isOffered!: boolean;
  /** Null: it came with the installation. */
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() createdAt!: number;
}
