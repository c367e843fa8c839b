import type { PricedLine, TariffCategory } from '@pandafab/domain';
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
} from '../../persistence/columns';

/** Material used, as the ledger booked it. */
export interface UsedMaterial {
  readonly material: string;
  readonly milligrams: Milligrams;
}

/** What a finished run used, and what it cost or would have cost. Free access stands here, never on an invoice. */
@Entity('usage_records')
export class UsageRecord {
  @IdColumn() id!: UsageRecordId;
  /** Unique: a run is counted once. */
  @TextColumn() runId!: RunId;
  @TextColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  @TextColumn() memberId!: MemberId;
  /** The group that it was made for. */
  @TextColumn({ nullable: true }) groupId!: GroupId | null;
  /** The prestation that pays; null = the member's own print. */
  @TextColumn({ nullable: true }) prestationId!: PrestationId | null;
  @TextColumn() category!: TariffCategory;
  @TextColumn() fileName!: string;
  @RealColumn() seconds!: number;
  @JsonColumn() materials!: UsedMaterial[];
  /** Null until the network has a tariff: then it is priced with its first version. */
  @TextColumn({ nullable: true }) tariffVersionId!: string | null;
  @IntegerColumn({ nullable: true }) valueCents!: number | null;
  @IntegerColumn({ nullable: true }) chargedCents!: number | null;
  @JsonColumn({ nullable: true }) lines!: PricedLine[] | null;
  @InstantColumn() at!: number;
}
