import type { ClosurePeriod, ClosureTotals, PerpetualTotals } from '@pandafab/domain';
import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

/** The sealed totals of a day, month or year. Append-only, and a link of the hash chain. */
@Entity('closures')
export class Closure {
  @IdColumn() id!: string;
  /** J-2026-11-30, M-2026-11, A-2026: each period is closed once. */
  @TextColumn() number!: string;
  @TextColumn() period!: ClosurePeriod;
  /** Days are YYYY-MM-DD in Europe/Paris. */
  @TextColumn() firstDay!: string;
  @TextColumn() lastDay!: string;
  @JsonColumn() totals!: ClosureTotals;
  /** Since the first day of the books. */
  @JsonColumn() perpetual!: PerpetualTotals;
  /** Null: the service, in the night. */
  @TextColumn({ nullable: true }) closedBy!: AccountId | null;
  @InstantColumn() at!: number;
}
