import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, InvoiceId } from '@pandafab/shared';
import { CLOCK } from '../../config';
import { FileStore } from '../../files/file-store';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { renderInvoice } from '../pdf/render-invoice';
import { Invoice, InvoiceDocument, InvoiceLine } from './invoice.entities';

/** The PDF of each invoice: made from its frozen copy, once, and kept in the file store. */
@Injectable()
export class InvoiceDocuments {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /**
   * The stored PDF. It is made after the invoice is committed, because no file is written inside a unit of work;
   * should the power go in between, whoever asks first has it made.
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
    const document = { invoiceId: invoice.id, sha256, bytes, createdAt: this.clock.now() };
    await this.unitOfWork.run((manager) =>
      manager.createQueryBuilder().insert().into(InvoiceDocument).values(document).orIgnore().execute(),
    );
    // Two that asked at once made the same one; the one that was recorded counts.
    return (await this.stored(invoice.id)) ?? document;
  }
}
