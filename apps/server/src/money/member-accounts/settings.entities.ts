import type { FreeQuota, SettlementPolicy } from '@pandafab/domain';
import type { AccountId, GroupId, LabId, MemberId, PrestationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

export const THE_NETWORK = 'network';

/** How members pay in this network: one row. Without it, no print is charged to a member. */
@Entity('account_settings')
export class AccountSettings {
  @IdColumn() id!: typeof THE_NETWORK;
  /** Members pay for their own prints from their accounts. */
  @FlagColumn() isOn!: boolean;
  /** How far below 0 an account may go, where staff set nothing else. */
  @IntegerColumn() defaultAllowanceCents!: number;
  /** By code of a member category. */
  @JsonColumn() quotas!: Record<string, FreeQuota>;
  @JsonColumn() policy!: SettlementPolicy;
  /** Invoices for what was charged are made on the first day of each month. */
  @FlagColumn() invoicesMonthly!: boolean;
  /** Monthly invoices are made in this person's name. */
  @TextColumn() changedBy!: AccountId;
  @InstantColumn() changedAt!: number;
}

/** What a lab charges for runs that end otherwise, where it differs from the network. */
@Entity('lab_settlements')
export class LabSettlement {
  @IdColumn() labId!: LabId;
  @JsonColumn() policy!: SettlementPolicy;
}

/** `lab`: prints are recorded with their value, and charged to no one. */
export const GROUP_PAYERS = ['organisation', 'leader', 'lab'] as const;
export type GroupPayerKind = (typeof GROUP_PAYERS)[number];

/** Who pays for the prints of a group. Without a row they are recorded only. */
@Entity('group_payers')
export class GroupPayer {
  @IdColumn() groupId!: GroupId;
  @TextColumn() payer!: GroupPayerKind;
  /** The leader whose account pays; null for the other payers. */
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** The client order of the organisation to which prints are added; null before the first one. */
  @TextColumn({ nullable: true }) prestationId!: PrestationId | null;
  @TextColumn() changedBy!: AccountId;
  @InstantColumn() changedAt!: number;
}
