import type { Unit } from '@pandafab/domain';
import type { AccountId, OrganisationId, PrestationId, TariffId, UsageRecordId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** `open` accepts lines and prints; `invoiced` accepts neither. */
export type PrestationState = 'open' | 'invoiced';

/** A client order: paid work for an external client, such as printed parts, machine time, training, a video project. */
@Entity('prestations')
export class Prestation {
  @IdColumn() id!: PrestationId;
  /** The reference that staff and client use, for example PR-2026-0001. */
  @TextColumn() reference!: string;
  @TextColumn() organisationId!: OrganisationId;
  @TextColumn() title!: string;
  @TextColumn() state!: PrestationState;
  /** Null = the standard tariff. */
  @TextColumn({ nullable: true }) tariffId!: TariffId | null;
  /** The client's order, or a public buyer's numéro d'engagement (EN 16931 BT-13). */
  @TextColumn({ nullable: true }) purchaseOrder!: string | null;
  @FoldedColumn('reference', 'title', 'purchaseOrder') foldedWords?: string | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
}

export type LineKind = 'print' | 'hand-written';
/** The kind of operation of a line, in the terms of French invoices. */
export type LineNature = 'goods' | 'services';

@Entity('prestation_lines')
export class PrestationLine {
  @IdColumn() id!: string;
  @TextColumn() prestationId!: PrestationId;
  @IntegerColumn() position!: number;
  @TextColumn() kind!: LineKind;
  /** The print that this line charges; unique, null for hand-written lines. */
  @TextColumn({ nullable: true }) usageRecordId!: UsageRecordId | null;
  @TextColumn() label!: string;
  /** How the amount is calculated, one sentence each; printed under the label. */
  @JsonColumn() details!: string[];
  /** A decimal with at most 4 places. */
  @TextColumn() quantity!: string;
  @TextColumn() unit!: Unit;
  /** `unitPriceCents` is the price of this many units: 1000 for a price of 1000 g. */
  @IntegerColumn() basis!: number;
  @IntegerColumn() unitPriceCents!: number;
  @IntegerColumn() netCents!: number;
  /** At issue, the seller's settings give the tax of each activity; null = the activity of prints. */
  @TextColumn({ nullable: true }) activity!: string | null;
  @TextColumn({ nullable: true }) nature!: LineNature | null;
  /** The day of the service, YYYY-MM-DD in Europe/Paris. */
  @TextColumn() servedOn!: string;
  @InstantColumn() createdAt!: number;
}
