import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { InvoiceId } from '@pandafab/shared';
import { FileStore } from '../../platform/file-store/file-store';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Invoice, InvoiceDocument, InvoiceLine } from './invoice.entities';
import { renderInvoice } from './pdf/render-invoice';

/** The PDF of each invoice: made once, from its frozen copy, and stored in the file store. */
@Injectable()
export class InvoiceDocuments {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /**
   * The stored PDF. It is made after the invoice is committed, because no file is written inside a unit of work.
   * After a power cut in between, the first request for it makes it.
   */
  async of(invoice: Invoice): Promise<InvoiceDocument> {
    return (await this.stored(invoice.id)) ?? this.make(invoice);
  }

  private stored(invoiceId: InvoiceId): Promise<InvoiceDocument | null> {
    return this.database.of(InvoiceDocument).findOneBy({ invoiceId });
  }

  private async make(invoice: Invoice): Promise<InvoiceDocument> {
    const order = { position: 'ASC' } as const;
    const lines = await this.database.of(InvoiceLine).find({ where: { invoiceId: invoice.id }, order });
    const pdf = await renderInvoice(invoice, lines);
    const { sha256, bytes } = await this.store.receive(Readable.from([pdf]));
    const document = await this.unitOfWork.run(async ({ manager, now }) => {
      const row = { invoiceId: invoice.id, sha256, bytes, createdAt: now };
      await manager.createQueryBuilder().insert().into(InvoiceDocument).values(row).orIgnore().execute();
      return row;
    });
    // Two concurrent requests made the same PDF; the recorded one counts.
    return (await this.stored(invoice.id)) ?? document;
  }
}
