import type { PricedLine, TariffGroup } from '@pandafab/domain';
import type {
  GroupId,
  JobId,
  LabId,
  MemberId,
  Milligrams,
  PrestationId,
  RunId,
  UsageRecordId,
} from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RealColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** Material used, as the ledger booked it. */
export interface UsedMaterial {
  readonly material: string;
  readonly milligrams: Milligrams;
}

/**
 * The usage of a finished run, and its actual or hypothetical price. A free print is recorded here, never on an
 * invoice.
 */
@Entity('usage_records')
export class UsageRecord {
  @IdColumn() id!: UsageRecordId;
  /** Unique: a run is counted once. */
  @TextColumn() runId!: RunId;
  @TextColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  @TextColumn() memberId!: MemberId;
  /** The group for which the part was made. */
  @TextColumn({ nullable: true }) groupId!: GroupId | null;
  /** The prestation that pays; null = the member's own print. */
  @TextColumn({ nullable: true }) prestationId!: PrestationId | null;
  @TextColumn() category!: TariffGroup;
  @TextColumn() fileName!: string;
  @RealColumn() seconds!: number;
  @JsonColumn() materials!: UsedMaterial[];
  /** Null until the network has a tariff; its first version then prices the record. */
  @TextColumn({ nullable: true }) tariffVersionId!: string | null;
  @IntegerColumn({ nullable: true }) valueCents!: number | null;
  @IntegerColumn({ nullable: true }) chargedCents!: number | null;
  @JsonColumn({ nullable: true }) lines!: PricedLine[] | null;
  @InstantColumn() at!: number;
}
