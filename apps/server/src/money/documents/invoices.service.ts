import { Injectable, Logger } from '@nestjs/common';
import { type AccountId, Fault, type InvoiceId, type PrestationId } from '@pandafab/shared';
import { toIso } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { InvoiceDetailDto, InvoiceDto, InvoiceListDto, InvoiceSearchDto } from './invoice.dto';
import { Invoice, type InvoiceDocument, InvoiceLine } from './invoice.entities';
import { InvoiceDocuments } from './invoice-documents';
import { issueInvoice } from './issue-invoice';
import { IssuingBlockers } from './issuing-blockers';
import { listInvoices } from './list-invoices';

@Injectable()
export class InvoicesService {
  private readonly log = new Logger('Invoices');

  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: InvoiceDocuments,
    private readonly blockers: IssuingBlockers,
  ) {}

  /** `search` finds words of the invoice or of its client. */
  async list(search: InvoiceSearchDto): Promise<InvoiceListDto> {
    const { items, ...where } = await listInvoices(this.database.manager, search);
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

  /** The id of the prestation's invoice; null before it is issued. */
  async idFor(prestationId: PrestationId): Promise<InvoiceId | null> {
    return (await this.database.of(Invoice).findOneBy({ prestationId }))?.id ?? null;
  }

  /** Issues the prestation's invoice and makes its PDF. Idempotent: returns the existing invoice if there is one. */
  async issue(by: AccountId, prestationId: PrestationId): Promise<{ invoice: InvoiceDto; isNew: boolean }> {
    const { invoice, isNew } = await this.unitOfWork.run((unit) =>
      issueInvoice(unit, this.blockers, by, prestationId),
    );
    // A full disk does not undo the issued invoice: the next request for the PDF makes it.
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
