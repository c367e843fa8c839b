import { Module } from '@nestjs/common';
import { BillingService } from './billing.service';
import { InvoiceDocuments } from './invoices/invoice-documents';
import { InvoicesController } from './invoices/invoices.controller';
import { InvoicesService } from './invoices/invoices.service';
import { PrestationsController } from './prestations/prestations.controller';
import { PrestationsService } from './prestations/prestations.service';
import { SellerController } from './seller/seller.controller';
import { SellerService } from './seller/seller.service';
import { TariffsController } from './tariffs/tariffs.controller';
import { TariffsService } from './tariffs/tariffs.service';
import { UsageService } from './usage/usage.service';
import { UsageRecordsController } from './usage/usage-records.controller';

/** Tariffs, what was used, prestations for external clients, and their invoices. */
@Module({
  controllers: [
    TariffsController,
    UsageRecordsController,
    PrestationsController,
    InvoicesController,
    SellerController,
  ],
  providers: [
    BillingService,
    TariffsService,
    UsageService,
    PrestationsService,
    InvoicesService,
    InvoiceDocuments,
    SellerService,
  ],
  exports: [BillingService],
})
export class BillingModule {}
