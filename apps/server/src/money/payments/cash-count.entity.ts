import type { AccountId, LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** What was in a till when a member of staff counted it. Append-only; the last count of a day is valid. */
@Entity('cash_counts')
export class CashCount {
  @IdColumn() id!: string;
  /** Null: the till that belongs to no lab. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  /** YYYY-MM-DD in Europe/Paris. */
  @TextColumn() day!: string;
  @IntegerColumn() countedCents!: number;
  /** What the book expected at that moment. */
  @IntegerColumn() expectedCents!: number;
  /** Why the two are not the same. */
  @TextColumn({ nullable: true }) reason!: string | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() at!: number;
}
