import type { Attendance, RegistrationState } from '@pandafab/domain';
import type { AccountId, MemberId, RegistrationId, SessionId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { CalendarFeed } from '../../platform/calendar/calendar-feed';
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** A person at a session: registered, waiting for a place, or cancelled; and whether they came. */
@Entity('registrations')
export class Registration {
  @IdColumn() id!: RegistrationId;
  @TextColumn() sessionId!: SessionId;
  /** Null: the person was erased; the row still counts. */
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  @TextColumn() state!: RegistrationState;
  @TextColumn() registeredBy!: AccountId;
  @InstantColumn() registeredAt!: number;
  /** The guardian of a minor who agreed; null for adults. */
  @TextColumn({ nullable: true }) consentBy!: MemberId | null;
  @InstantColumn({ nullable: true }) consentAt!: number | null;
  @TextColumn({ nullable: true }) cancelledBy!: AccountId | null;
  @InstantColumn({ nullable: true }) cancelledAt!: number | null;
  /** When the person is to be reminded; null: they were, need no reminder, or have no place. */
  @InstantColumn({ nullable: true }) remindAt!: number | null;
  /** True: cancelled later than the session allows. */
  @FlagColumn() cancelledLate!: boolean;
  /** Null: not noted yet. */
  @TextColumn({ nullable: true }) attendance!: Attendance | null;
  @TextColumn({ nullable: true }) markedBy!: AccountId | null;
  @InstantColumn({ nullable: true }) markedAt!: number | null;
  /** The person's category when attendance was noted: the share of residents counts by it. */
  @TextColumn({ nullable: true }) category!: string | null;
  /** The induction that was granted in the same step. */
  @TextColumn({ nullable: true }) inductionId!: string | null;
}

/** A secret address at which a calendar program reads sessions: a person's own, or those that a trainer leads. */
@Entity('session_feeds')
export class SessionFeed extends CalendarFeed {
  @TextColumn() kind!: 'own' | 'trainer';
}
