import { PAPER_KINDS } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** What is numbered: documents by their kinds, prestations, and payments. */
export const SERIES_KINDS = [...PAPER_KINDS, 'prestation', 'payment'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** How the numbers of a kind begin. */
@Entity('document_series')
export class DocumentSeries {
  @IdColumn() kind!: SeriesKind;
  @TextColumn() prefix!: string;
  /** `code`: the code of the prestation's lab comes after the prefix. */
  @TextColumn() labPart!: 'none' | 'code';
}

/** The code of a lab in the numbers of its documents. */
@Entity('lab_number_codes')
export class LabNumberCode {
  @IdColumn() labId!: LabId;
  @TextColumn() code!: string;
}

/**
 * The last number of a series. Its row is locked by the transaction that issues: no gap, no duplicate. A series that
 * is no longer in use keeps its row, so that its prefix cannot be taken by another kind.
 */
@Entity('document_counters')
export class DocumentCounter {
  /** The beginning of the numbers: FA, or FA-ROT with the code of a lab. */
  @IdColumn() prefix!: string;
  @TextColumn() kind!: SeriesKind;
  @IntegerColumn() year!: number;
  @IntegerColumn() lastNumber!: number;
  /** YYYY-MM-DD; null before the first document. No document has an earlier date than the document before it. */
  @TextColumn({ nullable: true }) lastIssuedOn!: string | null;
}
