import type { Discount, LineNature, OrderState, PaperContent, Unit, VatCase } from '@pandafab/domain';
import type {
  AccountId,
  ArticleId,
  Cents,
  LabId,
  OrganisationId,
  PrestationId,
  PrestationLineId,
  StageId,
  TariffId,
  UsageRecordId,
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
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** Where goods go, if not to the client's address. */
type DeliverTo = NonNullable<PaperContent['deliverTo']>;

/** A client order: paid work for an external client, such as printed parts, machine time, training, a video project. */
@Entity('prestations')
export class Prestation {
  @IdColumn() id!: PrestationId;
  /** The reference that staff and client use, for example PR-2026-0001. */
  @TextColumn() reference!: string;
  @TextColumn() organisationId!: OrganisationId;
  @TextColumn() title!: string;
  @TextColumn() state!: OrderState;
  /** Null = the standard tariff. */
  @TextColumn({ nullable: true }) tariffId!: TariffId | null;
  /** The client's order, or a public buyer's numéro d'engagement (EN 16931 BT-13). */
  @TextColumn({ nullable: true }) purchaseOrder!: string | null;
  @FoldedColumn('reference', 'title', 'purchaseOrder') foldedWords?: string | null;
  /** The lab that does the work; null = several labs, or not known yet. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  /** The member of staff who takes care of it. */
  @TextColumn({ nullable: true }) responsibleId!: AccountId | null;
  /** Planned days, YYYY-MM-DD in Europe/Paris. */
  @TextColumn({ nullable: true }) startsOn!: string | null;
  @TextColumn({ nullable: true }) endsOn!: string | null;
  /** For staff; on no document. */
  @TextColumn({ nullable: true }) notes!: string | null;
  /** Null: nature, client and delivery decide the VAT. */
  @TextColumn({ nullable: true }) vatCase!: VatCase | null;
  /** Discounts on the whole, in the order in which they apply. */
  @JsonColumn() discounts!: Discount[];
  /** False after the client accepted a quote: the agreed price covers the prints. */
  @FlagColumn() printsCharged!: boolean;
  @JsonColumn({ nullable: true }) deliverTo!: DeliverTo | null;
  /** The sum of the lines minus the discounts on the whole. */
  @IntegerColumn() netCents!: number;
  /** Sorts by lateness: see `urgencyOf`. */
  @TextColumn() urgency!: string;
  /** Counts the saved lists of lines, so that two people do not overwrite each other's work. */
  @IntegerColumn() linesVersion!: number;
  /** The same for the stages. */
  @IntegerColumn() stagesVersion!: number;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
}

/**
 * `print` lines come from finished prints. `text` and `subtotal` have no amount: a subtotal shows the sum of the lines
 * since the one before.
 */
export const LINE_KINDS = ['print', 'machine-time', 'article', 'typed', 'text', 'subtotal'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

@Entity('prestation_lines')
export class PrestationLine {
  @IdColumn() id!: PrestationLineId;
  @TextColumn() prestationId!: PrestationId;
  @IntegerColumn() position!: number;
  @TextColumn() kind!: LineKind;
  /** The print that this line charges; unique, null for the other kinds. */
  @TextColumn({ nullable: true }) usageRecordId!: UsageRecordId | null;
  /** The article that the line was copied from; null for the other kinds. */
  @TextColumn({ nullable: true }) articleId!: ArticleId | null;
  /** The stage to which the line belongs. */
  @TextColumn({ nullable: true }) stageId!: StageId | null;
  @TextColumn() label!: string;
  /** How the amount is calculated, one sentence each; printed under the label. */
  @JsonColumn() details!: string[];
  /** A decimal with at most 4 places; 0 for `text` and `subtotal`. */
  @TextColumn() quantity!: string;
  @TextColumn() unit!: Unit;
  /** `unitPrice` is the price of this many units: 1000 for a price of 1000 g. */
  @IntegerColumn() basis!: number;
  /** Euros net of VAT, a decimal with at most 6 places. */
  @TextColumn() unitPrice!: string;
  @JsonColumn() discounts!: Discount[];
  @IntegerColumn() netCents!: number;
  /** At issue, the seller's settings give the tax of each activity; null = the activity of prints. */
  @TextColumn({ nullable: true }) activity!: string | null;
  @TextColumn({ nullable: true }) nature!: LineNature | null;
  /** The day of the service, YYYY-MM-DD in Europe/Paris. */
  @TextColumn() servedOn!: string;
  @InstantColumn() createdAt!: number;
}

/** A part of the work that can be invoiced when it is done: filmed, cut, delivered. */
@Entity('prestation_stages')
export class PrestationStage {
  @IdColumn() id!: StageId;
  @TextColumn() prestationId!: PrestationId;
  @IntegerColumn() position!: number;
  @TextColumn() name!: string;
  @TextColumn({ nullable: true }) plannedOn!: string | null;
  @TextColumn({ nullable: true }) doneOn!: string | null;
  /** Null: the stage shows progress only, and has no invoice of its own. */
  @JsonColumn({ nullable: true }) share!: StageShare | null;
}

/** The part of the price that a stage is invoiced with: a percentage, or an amount net of VAT. */
export type StageShare =
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'amount'; readonly cents: Cents };
