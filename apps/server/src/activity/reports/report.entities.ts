import type { AccountId, ConventionId, LabId, ReportId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

export const REPORT_STATES = ['draft', 'presented'] as const;

/** A report of a period, of one lab or of the network. Once it is presented, the database refuses to change it. */
@Entity('reports')
export class Report {
  @IdColumn() id!: ReportId;
  @TextColumn() conventionId!: ConventionId;
  /** Null: the whole network. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  /** `2026-H1`, `2026-H2` or `2026`. */
  @TextColumn() period!: string;
  @TextColumn() state!: (typeof REPORT_STATES)[number];
  /** As JSON, from the day on which it is presented: figures, comments and versions of the queries. */
  @TextColumn({ nullable: true }) content!: string | null;
  /** SHA-256 of the content. */
  @TextColumn({ nullable: true }) contentHash!: string | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @TextColumn({ nullable: true }) presentedBy!: AccountId | null;
  @InstantColumn({ nullable: true }) presentedAt!: number | null;
}

/** What staff write beside an objective or an indicator of a draft; the report's own introduction has the key `intro`. */
@Entity('report_comments')
export class ReportComment {
  @IdColumn() id!: string;
  @TextColumn() reportId!: ReportId;
  /** `intro`, `objective-<id>` or `indicator-<id>`. */
  @TextColumn() key!: string;
  @TextColumn() text!: string;
  @IntegerColumn() version!: number;
  @TextColumn() changedBy!: AccountId;
  @InstantColumn() changedAt!: number;
}

/** A file that was made from a presented report: the same bytes each time. */
@Entity('report_files')
export class ReportFile {
  @IdColumn() id!: string;
  @TextColumn() reportId!: ReportId;
  @TextColumn() format!: 'pdf' | 'ods' | 'xlsx' | 'csv';
  @TextColumn() sha256!: string;
  @IntegerColumn() bytes!: number;
  @InstantColumn() createdAt!: number;
}
