import type { AccountId, LabId, MachineId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RealColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** A time at which a machine is not used because people work on it. A cancelled one is kept. */
@Entity('maintenance_windows')
export class MaintenanceWindow {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() labId!: LabId;
  @InstantColumn() fromAt!: number;
  /** Not included. */
  @InstantColumn() untilAt!: number;
  @TextColumn() reason!: string;
  @TextColumn() plannedBy!: AccountId;
  @InstantColumn() plannedAt!: number;
  @TextColumn({ nullable: true }) cancelledBy!: AccountId | null;
  @InstantColumn({ nullable: true }) cancelledAt!: number | null;
}

/** What people did to a machine: the database refuses changes to these rows. */
@Entity('maintenance_entries')
export class MaintenanceEntry {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  /** The service rule that was followed; null: other work. */
  @TextColumn({ nullable: true }) ruleId!: string | null;
  @TextColumn() words!: string;
  /** The hours that the machine had run. */
  @RealColumn() hoursRun!: number;
  @TextColumn() writtenBy!: AccountId;
  @InstantColumn() at!: number;
}

/** A service that a machine needs after every so many hours of run. A removed one is kept for its entries. */
@Entity('service_rules')
export class ServiceRule {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() what!: string;
  @IntegerColumn() everyHours!: number;
  /** The hours that the machine had run at the last service. */
  @RealColumn() lastDoneHours!: number;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) removedAt!: number | null;
}
