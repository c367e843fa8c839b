import type { AccountId, MachineId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

/** Who changed a machine's description, and what: the database refuses changes to these rows. */
@Entity('machine_changes')
export class MachineChange {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() accountId!: AccountId;
  /** By field: the values before and after. */
  @JsonColumn() changes!: Record<string, { from: unknown; to: unknown }>;
  @InstantColumn() at!: number;
}

export const MACHINE_EVENT_TYPES = [
  'heaters-unknown',
  'heaters-off',
  'answered',
  'answer-refused',
  'emergency-stop',
  /** It has not arrived at the lab’s computer within the time limit. */
  'emergency-stop-undelivered',
  /** It has arrived late. */
  'emergency-stop-delivered',
  /** A person withdrew it before it arrived. */
  'emergency-stop-withdrawn',
  /** A run that this database does not know has ended on it. */
  'unknown-run',
] as const;

/** Events of a machine that a person may have to account for: the database refuses changes to these rows. */
@Entity('machine_events')
export class MachineEvent {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() type!: (typeof MACHINE_EVENT_TYPES)[number];
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  /** For an answer: the question, and the button pressed. */
  @JsonColumn({ nullable: true }) details!: { readonly question: string; readonly button: string } | null;
  @InstantColumn() at!: number;
}

/** A rule of the guard that a manager suspended for one machine. A withdrawn one is kept. */
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
