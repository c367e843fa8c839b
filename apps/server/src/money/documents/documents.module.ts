import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { PrestationsModule } from '../prestations/prestations.module';
import { BillingSummary } from './billing-summary.service';
import { DocumentRegistrations } from './document-registrations';
import { documentsAudit } from './documents.audit';
import { documentsFaults } from './documents.faults';
import { Invoice, InvoiceDocument, InvoiceLine } from './invoice.entities';
import { InvoiceDocuments } from './invoice-documents';
import { InvoiceWords1764350600000 } from './invoice-words.migration';
import { InvoicesController } from './invoices.controller';
import { InvoicesService } from './invoices.service';
import { IssuingBlockers } from './issuing-blockers';
import { PrestationInvoicesController } from './prestation-invoices.controller';

/** The invoices of prestations. */
@Module({
  imports: [PrestationsModule],
  controllers: [InvoicesController, PrestationInvoicesController],
  providers: [BillingSummary, DocumentRegistrations, InvoiceDocuments, InvoicesService, IssuingBlockers],
  exports: [IssuingBlockers],
})
export class DocumentsModule {}

export const documents = {
  module: DocumentsModule,
  tables: [Invoice, InvoiceLine, InvoiceDocument],
  migrations: [InvoiceWords1764350600000],
  auditWords: [documentsAudit],
  faults: [documentsFaults],
} satisfies Feature;
