import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { PrestationsModule } from '../prestations/prestations.module';
import { BillingSummary } from './billing-summary.service';
import { ChainWriter } from './chain-writer';
import { ClientFiguresController } from './client-figures.controller';
import { ClientFiguresService } from './client-figures.service';
import { Acceptance, DocumentFile, DocumentMail, PaperDocument } from './document.entities';
import { DocumentMailsService } from './document-mails.service';
import { DocumentRegistrations } from './document-registrations';
import { DocumentStepsController } from './document-steps.controller';
import { DocumentTables1764500012000 } from './document-tables.migration';
import { documentsAudit } from './documents.audit';
import { DocumentsController } from './documents.controller';
import { documentsFaults } from './documents.faults';
import { DocumentsService } from './documents.service';
import { DraftsService } from './drafts.service';
import { Invoice, InvoiceDocument, InvoiceLine } from './invoice.entities';
import { InvoiceDocuments } from './invoice-documents';
import { InvoiceWords1764350600000 } from './invoice-words.migration';
import { InvoicesController } from './invoices.controller';
import { InvoicesService } from './invoices.service';
import { IssueService } from './issue.service';
import { IssuingBlockers } from './issuing-blockers';
import { PapersService } from './papers.service';
import { PrestationDocumentsController } from './prestation-documents.controller';
import { PrestationInvoicesController } from './prestation-invoices.controller';
import { PreviewService } from './preview.service';
import { QuotesService } from './quotes.service';

/** The invoices of prestations. */
@Module({
  imports: [PrestationsModule],
  controllers: [
    ...[ClientFiguresController, DocumentStepsController, DocumentsController],
    ...[InvoicesController, PrestationDocumentsController, PrestationInvoicesController],
  ],
  providers: [
    ...[BillingSummary, ChainWriter, ClientFiguresService, DocumentMailsService, DocumentRegistrations],
    ...[DocumentsService, DraftsService, InvoiceDocuments, InvoicesService, IssueService, IssuingBlockers],
    ...[PapersService, PreviewService, QuotesService],
  ],
  exports: [ChainWriter, DocumentsService, IssuingBlockers, QuotesService],
})
export class DocumentsModule {}

export const documents = {
  module: DocumentsModule,
  tables: [...[Invoice, InvoiceLine, InvoiceDocument, PaperDocument, DocumentFile, Acceptance, DocumentMail]],
  migrations: [InvoiceWords1764350600000, DocumentTables1764500012000],
  auditWords: [documentsAudit],
  faults: [documentsFaults],
} satisfies Feature;
