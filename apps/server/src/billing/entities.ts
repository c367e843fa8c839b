import { DocumentCounter, Invoice, InvoiceDocument, InvoiceLine } from './invoices/invoice.entities';
import { Prestation, PrestationLine } from './prestations/prestation.entities';
import { SellerSettings } from './seller/seller.entity';
import { Tariff, TariffVersion } from './tariffs/tariff.entities';
import { UsageRecord } from './usage/usage-record.entity';

export const billingEntities = [
  Tariff,
  TariffVersion,
  Prestation,
  PrestationLine,
  UsageRecord,
  SellerSettings,
  DocumentCounter,
  Invoice,
  InvoiceLine,
  InvoiceDocument,
];
