import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { PrestationsModule } from '../prestations/prestations.module';
import { SellerModule } from '../seller/seller.module';
import { BillingSummary } from './billing-summary.service';
import { CarryInvoices1764500013000 } from './carry-invoices.migration';
import { ChainWriter } from './chain-writer';
import { ClientFiguresController } from './client-figures.controller';
import { ClientFiguresService } from './client-figures.service';
import { Acceptance, DocumentFile, DocumentMail, PaperDocument } from './document.entities';
import { DocumentFilesService } from './document-files.service';
import { DocumentList1764500033000 } from './document-list.migration';
import { DocumentListPostgres1764500034000 } from './document-list-postgres.migration';
import { DocumentMailsService } from './document-mails.service';
import { DocumentRegistrations } from './document-registrations';
import { DocumentStepsController } from './document-steps.controller';
import { DocumentTables1764500012000 } from './document-tables.migration';
import { documentsAudit } from './documents.audit';
import { DocumentsController } from './documents.controller';
import { documentsFaults } from './documents.faults';
import { documentMails } from './documents.mails';
import { DocumentsService } from './documents.service';
import { DraftsService } from './drafts.service';
import { HealFiles } from './heal-files';
import { InvoiceWords1764350600000 } from './invoice-words.migration';
import { IssueService } from './issue.service';
import { IssuingBlockers } from './issuing-blockers';
import { LinePriceService } from './line-price.service';
import { paperFaults } from './paper.faults';
import { PapersService } from './papers.service';
import { PaymentCodeController } from './payment-code.controller';
import { PrestationDocumentsController } from './prestation-documents.controller';
import { PreviewService } from './preview.service';
import { QuoteExpiry } from './quote-expiry';
import { QuotesService } from './quotes.service';

/** Quotes, order confirmations, deposits, invoices and credit notes of prestations. */
@Module({
  imports: [PrestationsModule, SellerModule],
  controllers: [
    ...[ClientFiguresController, DocumentStepsController, DocumentsController],
    ...[PaymentCodeController, PrestationDocumentsController],
  ],
  providers: [
    ...[BillingSummary, ChainWriter, ClientFiguresService, DocumentFilesService, DocumentMailsService],
    ...[DocumentRegistrations, DocumentsService, DraftsService, HealFiles, IssueService, IssuingBlockers],
    ...[LinePriceService, PapersService, PreviewService, QuoteExpiry, QuotesService],
  ],
  exports: [ChainWriter, DocumentFilesService, DocumentsService, IssuingBlockers, QuotesService],
})
export class DocumentsModule {}

export const documents = {
  module: DocumentsModule,
  tables: [PaperDocument, DocumentFile, Acceptance, DocumentMail],
  migrations: [
    ...[InvoiceWords1764350600000, DocumentTables1764500012000, CarryInvoices1764500013000],
    DocumentList1764500033000,
    DocumentListPostgres1764500034000,
  ],
  auditWords: [documentsAudit],
  faults: [documentsFaults, paperFaults],
  mails: documentMails,
} satisfies Feature;
