import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentReferences } from '../../platform/content-references/content-references';
import { SearchSources } from '../../platform/search/search-sources';
import { DocumentFile } from './document.entities';
import { OrderPapers } from '../prestations/order-papers';
import { InvoiceDocument } from './invoice.entities';
import { invoicePapers } from './invoice-papers';
import { findInvoices } from './invoice-search';

/** Registers the answers that other modules need about documents of money. */
@Injectable()
export class DocumentRegistrations implements OnModuleInit {
  constructor(
    private readonly contents: ContentReferences,
    private readonly search: SearchSources,
    private readonly orders: OrderPapers,
  ) {}

  /** A member could upload the same bytes as an invoice's PDF: the PDF is kept when the upload is removed. */
  onModuleInit(): void {
    this.contents.register('invoices', { entity: InvoiceDocument, column: 'sha256' });
    this.contents.register('documents', { entity: DocumentFile, column: 'sha256' });
    this.orders.register(invoicePapers);
    this.search.register('invoice', findInvoices);
  }
}
