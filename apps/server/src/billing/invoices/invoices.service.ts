import { Inject, Injectable, Logger } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type InvoiceId, type PrestationId } from '@pandafab/shared';
import { type Page, toIso } from '../../api/fields';
import { CLOCK } from '../../config';
import { type Key, readPart } from '../../persistence/keyset';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import type { InvoiceDetailDto, InvoiceDto, InvoiceListDto } from './invoice.dto';
import { Invoice, type InvoiceDocument, InvoiceLine } from './invoice.entities';
import { InvoiceDocuments } from './invoice-documents';
import { issueInvoice } from './issue-invoice';

const LATEST_FIRST: readonly Key<Invoice>[] = [
  { column: 'invoice.number', order: 'DESC', of: ({ number }) => number },
];

@Injectable()
export class InvoicesService {
  private readonly log = new Logger('Invoices');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: InvoiceDocuments,
  ) {}

  /** The latest first. */
  async list(page: Page): Promise<InvoiceListDto> {
    const all = this.database.of(Invoice).createQueryBuilder('invoice');
    const { items, ...where } = await readPart(all, LATEST_FIRST, page);
    return { items: items.map(toDto), ...where };
  }

  async detail(id: InvoiceId): Promise<InvoiceDetailDto> {
    const invoice = await this.find(id);
    const order = { position: 'ASC' } as const;
    const lines = await this.database.of(InvoiceLine).find({ where: { invoiceId: id }, order });
    const { servedFrom, servedTo, purchaseOrder, seller, client, mentions, operationCategory, vat } = invoice;
    const shown = { servedFrom, servedTo, purchaseOrder, seller, client, mentions, operationCategory, vat };
    return { ...toDto(invoice), ...shown, lines };
  }

  /** Issues the prestation's invoice and makes its PDF; answers the same one when it was issued before. */
  async issue(by: AccountId, prestationId: PrestationId): Promise<{ invoice: InvoiceDto; isNew: boolean }> {
    const { invoice, isNew } = await this.unitOfWork.run((manager) =>
      issueInvoice(manager, this.clock, by, prestationId),
    );
    // A full disk does not undo what is issued: the PDF is made when it is asked for.
    await this.documents.of(invoice).catch((error: unknown) => {
      this.log.error(`PDF of ${invoice.number} not made yet`, error instanceof Error ? error.stack : error);
    });
    return { invoice: toDto(invoice), isNew };
  }

  async pdf(id: InvoiceId): Promise<{ fileName: string; document: InvoiceDocument }> {
    const invoice = await this.find(id);
    return { fileName: `${invoice.number}.pdf`, document: await this.documents.of(invoice) };
  }

  /** @throws Fault REQUEST.NOT_FOUND. */
  private async find(id: InvoiceId): Promise<Invoice> {
    const invoice = await this.database.of(Invoice).findOneBy({ id });
    if (!invoice) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/invoices/${id}` });
    return invoice;
  }
}

const toDto = (invoice: Invoice): InvoiceDto => ({
  id: invoice.id,
  number: invoice.number,
  prestationId: invoice.prestationId,
  organisationId: invoice.organisationId,
  clientName: invoice.client.name,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  reference: invoice.reference,
  title: invoice.title,
  currency: invoice.currency,
  netCents: invoice.netCents,
  vatCents: invoice.vatCents,
  grossCents: invoice.grossCents,
  issuedAt: toIso(invoice.issuedAt),
});
