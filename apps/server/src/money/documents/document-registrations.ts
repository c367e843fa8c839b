import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentReferences } from '../../platform/content-references/content-references';
import { SearchSources } from '../../platform/search/search-sources';
import { OrderPapers } from '../prestations/order-papers';
import { DocumentFile } from './document.entities';
import { findDocuments } from './document-search';
import { orderPapers } from './order-papers';

/** Registers the answers that other modules need about documents of money. */
@Injectable()
export class DocumentRegistrations implements OnModuleInit {
  constructor(
    private readonly contents: ContentReferences,
    private readonly orders: OrderPapers,
    private readonly search: SearchSources,
  ) {}

  /** A member could upload the same bytes as a document's PDF: the PDF is kept when the upload is removed. */
  onModuleInit(): void {
    this.contents.register('documents', { entity: DocumentFile, column: 'sha256' });
    this.orders.register(orderPapers);
    this.search.register('document', findDocuments);
  }
}
