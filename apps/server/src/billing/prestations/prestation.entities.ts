import type { Unit } from '@pandafab/domain';
import type { AccountId, OrganisationId, PrestationId, TariffId, UsageRecordId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../../persistence/columns';

/** `open` takes lines and prints; `invoiced` takes nothing more. */
export type PrestationState = 'open' | 'invoiced';

/** A billable service for an external client: printed parts, machine time, training, a video project. */
@Entity('prestations')
export class Prestation {
  @IdColumn() id!: PrestationId;
  /** What staff and client call it, such as PR-2026-0001. */
  @TextColumn() reference!: string;
  @TextColumn() organisationId!: OrganisationId;
  @TextColumn() title!: string;
  @TextColumn() state!: PrestationState;
  /** Null = the standard tariff. */
  @TextColumn({ nullable: true }) tariffId!: TariffId | null;
  /** The client's order, or a public buyer's numéro d'engagement (EN 16931 BT-13). */
  @TextColumn({ nullable: true }) purchaseOrder!: string | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
}

export type LineKind = 'print' | 'hand-written';
/** What kind of operation a line is, for the category that French invoices name. */
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
  /** How the amount comes about, one sentence each; printed under the label. */
  @JsonColumn() details!: string[];
  /** A decimal with at most 4 places. */
  @TextColumn() quantity!: string;
  @TextColumn() unit!: Unit;
  /** `unitPriceCents` is the price of this many units: 1000 for a price of 1000 g. */
  @IntegerColumn() basis!: number;
  @IntegerColumn() unitPriceCents!: number;
  @IntegerColumn() netCents!: number;
  /** The seller's settings say how each activity is taxed, at issue; null = what they say of prints. */
  @TextColumn({ nullable: true }) activity!: string | null;
  @TextColumn({ nullable: true }) nature!: LineNature | null;
  /** The day of the service, YYYY-MM-DD in Europe/Paris. */
  @TextColumn() servedOn!: string;
  @InstantColumn() createdAt!: number;
}
