import type { AccountId, BankAccountId, BankLineId, PaymentId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';
import type { CsvMapping } from './read/csv-mapping';
import type { StatementFormat } from './read/statement';

/** An account of the association at a bank. */
@Entity('bank_accounts')
export class BankAccount {
  @IdColumn() id!: BankAccountId;
  /** As staff call it, such as “Crédit Coopératif”. */
  @TextColumn() name!: string;
  @FoldedColumn('name') foldedName?: string | null;
  /** From its CAMT.053 files; null while none was imported. */
  @TextColumn({ nullable: true }) iban!: string | null;
  @InstantColumn() createdAt!: number;
}

/** Which column has what in the CSV files of a bank account with certain headings. The last import decides. */
@Entity('bank_mappings')
export class BankMapping {
  @IdColumn() id!: string;
  @TextColumn() bankAccountId!: BankAccountId;
  @TextColumn() headingsHash!: string;
  @JsonColumn() mapping!: CsvMapping;
  @InstantColumn() changedAt!: number;
}

/** A file that brought new lines. Append-only. */
@Entity('bank_statements')
export class BankStatement {
  @IdColumn() id!: string;
  @TextColumn() bankAccountId!: BankAccountId;
  @TextColumn() fileName!: string;
  @TextColumn() format!: StatementFormat;
  /** Of its lines. */
  @TextColumn() firstDay!: string;
  @TextColumn() lastDay!: string;
  /** Lines that no earlier file had. */
  @IntegerColumn() added!: number;
  /** Lines that an earlier file had. */
  @IntegerColumn() known!: number;
  /** Lines that could not be read, which staff left out. */
  @IntegerColumn() broken!: number;
  @TextColumn() importedBy!: AccountId;
  @InstantColumn() importedAt!: number;
}

/** `out`: money that went out, shown only. */
export const LINE_STATES = ['open', 'booked', 'ignored', 'out'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** A movement of a bank account. What the bank said never changes; a database refuses it. */
@Entity('bank_lines')
export class BankLine {
  @IdColumn() id!: BankLineId;
  @TextColumn() statementId!: string;
  @TextColumn() bankAccountId!: BankAccountId;
  /** Unique: the same line of another file is not imported again. */
  @TextColumn() fingerprint!: string;
  /** YYYY-MM-DD. */
  @TextColumn() day!: string;
  /** Below 0 went out. */
  @IntegerColumn() cents!: number;
  @TextColumn() text!: string;
  @TextColumn({ nullable: true }) name!: string | null;
  @TextColumn({ nullable: true }) reference!: string | null;
  @FoldedColumn('text', 'name', 'reference') foldedWords?: string | null;
  /** True if it takes an earlier movement back. */
  @FlagColumn() isReversal!: boolean;
  /** A booked line whose payment was undone is open again: see `openCondition`. */
  @TextColumn() state!: LineState;
  /** Of the last booking. */
  @TextColumn({ nullable: true }) paymentId!: PaymentId | null;
  /** How often it was booked: a line whose payment was undone can be booked again. */
  @IntegerColumn() bookings!: number;
  /** Why it is ignored. */
  @TextColumn({ nullable: true }) reason!: string | null;
}
