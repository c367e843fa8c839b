import type { AssignmentBody, CommandBody } from '@pandafab/lab-link';
import type { LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

type Body = AssignmentBody | CommandBody;
/** A body without its epoch. Fields that only some bodies have are optional here: they are looked up in each row. */
type Waiting<Each extends Body> = Each extends unknown
  ? Omit<Each, 'epoch'> & {
      readonly [Field in Exclude<'action' | 'machineId' | 'runId', keyof Each>]?: undefined;
    }
  : never;
/** The bodies of the messages that are repeated until they are receipted. */
export type WaitingBody = Waiting<Body>;

/** An assignment or a command for a lab's agent, repeated until its journal has it. */
@Entity('link_messages')
export class LinkMessage {
  @IdColumn() id!: string;
  @TextColumn() labId!: LabId;
  @TextColumn() kind!: 'assignment' | 'command';
  /** The message's body, without its epoch: it is sent with the epoch in force at that time. */
  @JsonColumn() body!: WaitingBody;
  @InstantColumn() createdAt!: number;
  /** After this moment it is not sent again; null: it is repeated until it is receipted. */
  @InstantColumn({ nullable: true }) expiresAt!: number | null;
  @InstantColumn({ nullable: true }) acknowledgedAt!: number | null;
  /** For an emergency stop: when it was recorded as overdue. */
  @InstantColumn({ nullable: true }) overdueAt!: number | null;
}
