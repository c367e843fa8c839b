import type { Audience, SessionKind, SessionState, WeeklyRule } from '@pandafab/domain';
import type {
  AccountId,
  GroupId,
  LabId,
  MachineId,
  OrganisationId,
  PrestationId,
  PrestationLineId,
  ProjectId,
  RoomId,
  SeriesId,
  SessionId,
  TopicId,
} from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** Sessions that repeat. Each of them is a row of `sessions` and can be changed or cancelled alone. */
@Entity('session_series')
export class SessionSeries {
  @IdColumn() id!: SeriesId;
  @TextColumn() labId!: LabId;
  @JsonColumn() rule!: WeeklyRule;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}

/** An appointment, a course, a workshop, a school class, or hours at which a lab is open to all. */
@Entity('sessions')
export class Session {
  @IdColumn() id!: SessionId;
  @TextColumn({ nullable: true }) seriesId!: SeriesId | null;
  @TextColumn() kind!: SessionKind;
  @TextColumn() state!: SessionState;
  @TextColumn() labId!: LabId;
  @TextColumn({ nullable: true }) topicId!: TopicId | null;
  /** What people read; the topic's French name at first. */
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) description!: string | null;
  /** Who leads it. */
  @TextColumn() trainerId!: AccountId;
  @InstantColumn() fromAt!: number;
  /** Not included. */
  @InstantColumn() untilAt!: number;
  /** The day of its beginning on the lab’s calendar, YYYY-MM-DD: reports read by it. */
  @TextColumn() day!: string;
  /** Places; null: no limit. */
  @IntegerColumn({ nullable: true }) capacity!: number | null;
  @TextColumn() audience!: Audience;
  /** True: on the page that everybody can read. */
  @FlagColumn() isPublic!: boolean;
  /** A school, another public digital space, a client. */
  @TextColumn({ nullable: true }) organisationId!: OrganisationId | null;
  @TextColumn({ nullable: true }) groupId!: GroupId | null;
  @TextColumn({ nullable: true }) prestationId!: PrestationId | null;
  /** The line of the client order by which it is paid; null: none yet. */
  @TextColumn({ nullable: true }) prestationLineId!: PrestationLineId | null;
  @TextColumn({ nullable: true }) projectId!: ProjectId | null;
  /** Code of the machine kind whose induction those present may be given; null: none. */
  @TextColumn({ nullable: true }) inductionKind!: string | null;
  /** Of one person, with tax; 0: free. */
  @IntegerColumn() priceCents!: number;
  /** Hours before its beginning until which a person may cancel their registration without it being noted as late. */
  @IntegerColumn() cancelHours!: number;
  /** People who were there without a name, such as a class. Null: not counted. */
  @IntegerColumn({ nullable: true }) headCount!: number | null;
  @TextColumn({ nullable: true }) cancelledReason!: string | null;
  /** When staff noted that it took place. */
  @InstantColumn({ nullable: true }) heldAt!: number | null;
  @IntegerColumn() version!: number;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}

/** A room or equipment that a session has. */
@Entity('session_rooms')
export class SessionRoom {
  @IdColumn() id!: string;
  @TextColumn() sessionId!: SessionId;
  @TextColumn() roomId!: RoomId;
}

/** A machine that a session has, through a booking of it. */
@Entity('session_machines')
export class SessionMachine {
  @IdColumn() id!: string;
  @TextColumn() sessionId!: SessionId;
  @TextColumn() machineId!: MachineId;
  @TextColumn() bookingId!: string;
}
