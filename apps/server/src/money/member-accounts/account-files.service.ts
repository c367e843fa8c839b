import { Injectable, StreamableFile } from '@nestjs/common';
import { type DocumentId, Fault, type Language, type MemberId } from '@pandafab/shared';
import { FileStore } from '../../platform/file-store/file-store';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { DocumentsService } from '../documents/documents.service';
import type { Day } from '../kit/paris';
import { AccountInvoice } from './account.entities';
import { AccountViews } from './account-views.service';
import { statementOf } from './statement';
import { MemberStatementPdf } from './statement-pdf.service';

/** What members and staff download of an account. */
@Injectable()
export class AccountFiles {
  constructor(
    private readonly database: ReadDatabase,
    private readonly views: AccountViews,
    private readonly documents: DocumentsService,
    private readonly store: FileStore,
    private readonly pdf: MemberStatementPdf,
  ) {}

  /** All entries as CSV. @throws Fault MEMBER.UNKNOWN */
  async statement(memberId: MemberId, language: Language): Promise<StreamableFile> {
    const { reference } = await this.views.get(memberId);
    const text = statementOf(await this.views.allEntries(memberId), language);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${reference ?? 'account'}.csv"`,
    });
  }

  /** The entries as PDF. @param from the first day; all if absent. @throws Fault MEMBER.UNKNOWN, BILLING.SELLER_MISSING */
  async statementPdf(memberId: MemberId, from?: Day): Promise<StreamableFile> {
    const { reference } = await this.views.get(memberId);
    return new StreamableFile(await this.pdf.render(memberId, reference, from), {
      type: 'application/pdf',
      disposition: `inline; filename="${reference ?? 'account'}.pdf"`,
    });
  }

  /** The PDF of one of the member's own invoices. @throws Fault REQUEST.NOT_FOUND, DOCUMENT.FILE_NOT_READY */
  async invoice(memberId: MemberId, documentId: DocumentId): Promise<StreamableFile> {
    const isOwn = await this.database.of(AccountInvoice).existsBy({ memberId, documentId });
    if (!isOwn)
      throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/me/account/invoices/${documentId}/pdf` });
    const { fileName, file } = await this.documents.file(documentId, 'pdf');
    return new StreamableFile(this.store.read(file.sha256), {
      type: 'application/pdf',
      length: file.bytes,
      disposition: `inline; filename="${fileName}"`,
    });
  }
}
