import { Entity } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** The last number of a kind of document. Its row is locked by the transaction that issues: no gap, no duplicate. */
@Entity('document_counters')
export class DocumentCounter {
  /** The prefix of the numbers: FA for invoices. */
  @IdColumn() kind!: string;
  @IntegerColumn() year!: number;
  @IntegerColumn() lastNumber!: number;
  /** YYYY-MM-DD; null before the first document. No document has an earlier date than the document before it. */
  @TextColumn({ nullable: true }) lastIssuedOn!: string | null;
}
