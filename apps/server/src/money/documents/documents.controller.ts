import { Body, Controller, Delete, Get, HttpCode, Patch, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { DocumentId, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { FileStore } from '../../platform/file-store/file-store';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import {
  DocumentChangesDto,
  DocumentDetailDto,
  DocumentListDto,
  DocumentPreviewDto,
  DocumentSearchDto,
} from './document.dto';
import { COMPOSE_FAULTS } from './documents.faults';
import { DocumentsService } from './documents.service';
import { DraftsService } from './drafts.service';
import { PreviewService } from './preview.service';

/** Quotes, order confirmations, deposits, invoices and credit notes. */
@ApiTags('billing')
@Controller('v1/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly drafts: DraftsService,
    private readonly previews: PreviewService,
    private readonly store: FileStore,
  ) {}

  /** Lists the documents of every kind, latest first unless `sort` says otherwise. */
  @Get()
  @Can('invoice.read', 'network')
  @ZodResponse({ type: DocumentListDto })
  list(@Query() search: DocumentSearchDto) {
    return this.documents.list(search);
  }

  /** Shows one document with everything that it shows, what became of it, and what can be done with it now. */
  @Get(':id')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: DocumentDetailDto })
  detail(@PathId() id: DocumentId) {
    return this.documents.detail(id);
  }

  /** Sends the PDF of a document that has a number. */
  @Get(':id/file/pdf')
  @Can('invoice.read', 'network')
  @ApiProduces('application/pdf')
  @Faults('DOCUMENT.IS_DRAFT', 'DOCUMENT.FILE_NOT_READY')
  pdf(@PathId() id: DocumentId): Promise<StreamableFile> {
    return this.send(id, 'pdf', 'application/pdf');
  }

  /** Sends the electronic invoice (Factur-X, CII) of an invoice, deposit or credit note. */
  @Get(':id/file/xml')
  @Can('invoice.read', 'network')
  @ApiProduces('text/xml')
  @Faults('DOCUMENT.IS_DRAFT', 'DOCUMENT.FILE_NOT_READY', 'DOCUMENT.HAS_NO_XML')
  xml(@PathId() id: DocumentId): Promise<StreamableFile> {
    return this.send(id, 'xml', 'text/xml');
  }

  /** Changes what a draft asks for. */
  @Patch(':id')
  @Can('invoice.issue', 'network')
  @ZodResponse({ type: DocumentDetailDto })
  @Faults('DOCUMENT.NOT_DRAFT', 'DOCUMENT.REQUEST_UNFIT')
  async change(@PathId() id: DocumentId, @Body() body: DocumentChangesDto) {
    await this.drafts.change(id, body);
    return this.documents.detail(id);
  }

  /** Deletes a draft. Documents with a number are never deleted. */
  @Delete(':id')
  @HttpCode(204)
  @Can('invoice.issue', 'network')
  @Faults('DOCUMENT.NOT_DRAFT')
  async remove(@PathId() id: DocumentId): Promise<void> {
    await this.drafts.remove(id);
  }

  /** Shows a draft as it would be issued now, with what must be corrected before. */
  @Get(':id/preview')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: DocumentPreviewDto })
  @Faults('DOCUMENT.NOT_DRAFT', ...COMPOSE_FAULTS)
  preview(@PathId() id: DocumentId, @ReaderLanguage() language: Language) {
    return this.previews.preview(id, language);
  }

  /** Sends a draft as the PDF that it would be now. */
  @Get(':id/preview.pdf')
  @Can('invoice.read', 'network')
  @ApiProduces('application/pdf')
  @Faults('DOCUMENT.NOT_DRAFT', ...COMPOSE_FAULTS)
  async previewPdf(@PathId() id: DocumentId): Promise<StreamableFile> {
    const pdf = await this.previews.pdf(id);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: 'inline; filename="preview.pdf"',
    });
  }

  private async send(id: DocumentId, kind: 'pdf' | 'xml', type: string): Promise<StreamableFile> {
    const { fileName, file } = await this.documents.file(id, kind);
    return new StreamableFile(this.store.read(file.sha256), {
      type,
      length: file.bytes,
      disposition: `inline; filename="${fileName}"`,
    });
  }
}
