import type { FaultCode, Language, MemberId } from '@pandafab/shared';
import type { AuditAction } from '../audit/audit-words';
import { IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/** A secret address at which a calendar program reads what a member may see. */
export abstract class CalendarFeed {
  @IdColumn() id!: string;
  /** SHA-256 of the secret: the address is shown once and stored nowhere. */
  @TextColumn() tokenHash!: string;
  /** Whose feed it is. */
  @TextColumn() memberId!: MemberId;
  @TextColumn() language!: Language;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}

/** The columns that one kind of feed has besides those of all: what its calendar shows. */
export type Shown<Feed extends CalendarFeed> = Omit<Feed, keyof CalendarFeed>;

/** One kind of feed, as the folder that has it describes it. */
export interface FeedKind<Feed extends CalendarFeed> {
  readonly table: new () => Feed;
  /** Where its calendars are read, under `/api/v1/`. */
  readonly path: string;
  readonly subject: string;
  readonly created: AuditAction;
  readonly revoked: AuditAction;
  readonly unknown: FaultCode;
  /** Raised with {count}. */
  readonly tooMany: FaultCode;
}
