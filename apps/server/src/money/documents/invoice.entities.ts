import type { LineNature, Unit, VatCategoryCode, VatTotal } from '@pandafab/domain';
import type { AccountId, InvoiceId, OrganisationId, PrestationId, UsageRecordId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';
import type { SellerSettingsBody } from '../seller/seller.schema';

/** A client as printed on the invoice; later changes of the organisation do not change it. */
export interface ClientSnapshot {
  readonly name: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
}

/** Whether an invoice is for goods, services or both: French invoices must print it (décret 2022-1299). */
export type OperationKind = LineNature | 'mixed';

/** An issued invoice: a frozen copy of everything it shows. The database refuses to change or delete it. */
@Entity('invoices')
export class Invoice {
  @IdColumn() id!: InvoiceId;
  /** For example FA-2026-000001. */
  @TextColumn() number!: string;
  @TextColumn() prestationId!: PrestationId;
  @TextColumn() organisationId!: OrganisationId;
  /** Days are YYYY-MM-DD in Europe/Paris. */
  @TextColumn() issuedOn!: string;
  @TextColumn() dueOn!: string;
  @TextColumn() servedFrom!: string;
  @TextColumn() servedTo!: string;
  @TextColumn() reference!: string;
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) purchaseOrder!: string | null;
  @FoldedColumn('number', 'title', 'reference', 'purchaseOrder') foldedWords?: string | null;
  @JsonColumn() seller!: SellerSettingsBody;
  @JsonColumn() client!: ClientSnapshot;
  /** Legal mentions in printing order. */
  @JsonColumn() mentions!: string[];
  @TextColumn() operationCategory!: OperationKind;
  @TextColumn() currency!: 'EUR';
  @JsonColumn() vat!: VatTotal[];
  @IntegerColumn() netCents!: number;
  @IntegerColumn() vatCents!: number;
  @IntegerColumn() grossCents!: number;
  @TextColumn() issuedBy!: AccountId;
  @InstantColumn() issuedAt!: number;
}

@Entity('invoice_lines')
export class InvoiceLine {
  @IdColumn() id!: string;
  @TextColumn() invoiceId!: InvoiceId;
  @IntegerColumn() position!: number;
  @TextColumn() kind!: 'print' | 'hand-written';
  @TextColumn({ nullable: true }) usageRecordId!: UsageRecordId | null;
  @TextColumn() label!: string;
  @JsonColumn() details!: string[];
  @TextColumn() quantity!: string;
  @TextColumn() unit!: Unit;
  @IntegerColumn() basis!: number;
  @IntegerColumn() unitPriceCents!: number;
  @IntegerColumn() netCents!: number;
  @TextColumn() nature!: LineNature;
  @TextColumn() categoryCode!: VatCategoryCode;
  @IntegerColumn() rateBasisPoints!: number;
  @TextColumn({ nullable: true }) exemptionCode!: string | null;
  @TextColumn({ nullable: true }) exemptionText!: string | null;
}

/** The PDF of an invoice, stored in the file store. */
@Entity('invoice_documents')
export class InvoiceDocument {
  @IdColumn() invoiceId!: InvoiceId;
  @TextColumn() sha256!: string;
  @IntegerColumn() bytes!: number;
  @InstantColumn() createdAt!: number;
}
