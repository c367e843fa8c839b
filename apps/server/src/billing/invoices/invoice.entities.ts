import type { Unit, VatCategoryCode, VatTotal } from '@pandafab/domain';
import type { AccountId, InvoiceId, OrganisationId, PrestationId, UsageRecordId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../../persistence/columns';
import type { LineKind, LineNature } from '../prestations/prestation.entities';
import type { SellerSettingsBody } from '../seller/seller.schema';

/** The last number of a kind of document. Its row is locked by the transaction that issues: no gap, no duplicate. */
@Entity('document_counters')
export class DocumentCounter {
  /** The prefix of the numbers: FA for invoices. */
  @IdColumn() kind!: string;
  @IntegerColumn() year!: number;
  @IntegerColumn() lastNumber!: number;
  /** YYYY-MM-DD; null before the first. A document is never dated before the one before it. */
  @TextColumn({ nullable: true }) lastIssuedOn!: string | null;
}

/** A client as the invoice shows it, whatever becomes of the organisation. */
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

/** An issued invoice: a frozen copy of everything it shows. The database refuses to change or delete it. */
@Entity('invoices')
export class Invoice {
  @IdColumn() id!: InvoiceId;
  /** Such as FA-2026-000001. */
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
  @JsonColumn() seller!: SellerSettingsBody;
  @JsonColumn() client!: ClientSnapshot;
  /** Legal mentions in the order in which they are printed. */
  @JsonColumn() mentions!: string[];
  @TextColumn() operationCategory!: LineNature | 'mixed';
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
  @TextColumn() kind!: LineKind;
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

/** The PDF that was made of an invoice, kept in the file store. */
@Entity('invoice_documents')
export class InvoiceDocument {
  @IdColumn() invoiceId!: InvoiceId;
  @TextColumn() sha256!: string;
  @IntegerColumn() bytes!: number;
  @InstantColumn() createdAt!: number;
}
