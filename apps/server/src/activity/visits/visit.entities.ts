import type { VisitorPublic, VisitPurpose } from '@pandafab/domain';
import type { AccountId, LabId, MemberId, VisitId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** One entry at a lab: one person, or a group that comes together. A row that was counted by mistake is undone, and kept. */
@Entity('visits')
export class Visit {
  @IdColumn() id!: VisitId;
  @TextColumn() labId!: LabId;
  @InstantColumn() at!: number;
  /** On the lab's calendar, YYYY-MM-DD: reports read by it. */
  @TextColumn() day!: string;
  @TextColumn() public!: VisitorPublic;
  @TextColumn() purpose!: VisitPurpose;
  @IntegerColumn() people!: number;
  /** Null: anonymous. */
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** The member's category at that time: the share of residents counts by it. */
  @TextColumn({ nullable: true }) category!: string | null;
  /** Who counted it: a person of the staff, or a tablet. */
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  @TextColumn({ nullable: true }) kioskId!: string | null;
  @InstantColumn({ nullable: true }) undoneAt!: number | null;
}

/** A time at which a lab was really open. */
@Entity('lab_openings')
export class LabOpening {
  @IdColumn() id!: string;
  @TextColumn() labId!: LabId;
  @InstantColumn() openedAt!: number;
  /** Null: still open. */
  @InstantColumn({ nullable: true }) closedAt!: number | null;
  /** The day of its beginning on the lab's calendar. */
  @TextColumn() day!: string;
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  @TextColumn({ nullable: true }) kioskId!: string | null;
  /** Why it was corrected. */
  @TextColumn({ nullable: true }) note!: string | null;
  /** The lab was left open, and the server closed it. */
  @FlagColumn({ default: false }) closedByServer!: boolean;
  /** Raised by each change. */
  @IntegerColumn({ default: 1 }) version!: number;
}

/** A tablet at the door of a lab: its token counts visits and nothing else. */
@Entity('kiosks')
export class Kiosk {
  @IdColumn() id!: string;
  @TextColumn() labId!: LabId;
  @TextColumn() name!: string;
  @TextColumn() tokenHash!: string;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) lastUsedAt!: number | null;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}
