import type { AccountId, MachineId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** Who changed a machine's description, and what: the database keeps these rows as they are. */
@Entity('machine_changes')
export class MachineChange {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() accountId!: AccountId;
  /** By field, before and after. */
  @JsonColumn() changes!: Record<string, { from: unknown; to: unknown }>;
  @InstantColumn() at!: number;
}

export const MACHINE_EVENT_TYPES = [
  'heaters-unknown',
  'heaters-off',
  'answered',
  'answer-refused',
  'emergency-stop',
  /** It should have arrived at the lab’s computer by now, and has not. */
  'emergency-stop-undelivered',
  /** It has arrived after all. */
  'emergency-stop-delivered',
  /** A person took it back before it arrived. */
  'emergency-stop-withdrawn',
  /** A run that this database does not know has ended on it. */
  'unknown-run',
] as const;

/** What happened to a machine that somebody may have to answer for: the database keeps these rows as they are. */
@Entity('machine_events')
export class MachineEvent {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() type!: (typeof MACHINE_EVENT_TYPES)[number];
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  /** Of an answer: what was asked, and which button was pressed. */
  @JsonColumn({ nullable: true }) details!: { readonly question: string; readonly button: string } | null;
  @InstantColumn() at!: number;
}

/** A rule of the guard that a manager suspended for one machine. Withdrawn, it is kept. */
@Entity('machine_allowances')
export class MachineAllowance {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  /** The rule's name, such as `M500`. */
  @TextColumn() command!: string;
  @TextColumn() reason!: string;
  @TextColumn() allowedBy!: AccountId;
  @InstantColumn() allowedAt!: number;
  @TextColumn({ nullable: true }) withdrawnBy!: AccountId | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: number | null;
}
