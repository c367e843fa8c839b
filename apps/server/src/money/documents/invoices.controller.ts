import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { InvoiceId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { FileStore } from '../../platform/file-store/file-store';
import { Can } from '../../platform/http/access';
import { PathId } from '../../platform/http/path-params';
import { InvoiceDetailDto, InvoiceListDto, InvoiceSearchDto } from './invoice.dto';
import { InvoicesService } from './invoices.service';

@ApiTags('billing')
@Controller('v1/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly store: FileStore,
  ) {}

  /** Lists the invoices, newest first unless `sort` says otherwise. */
  @Get()
  @Can('invoice.read', 'network')
  @ZodResponse({ type: InvoiceListDto })
  list(@Query() search: InvoiceSearchDto) {
    return this.invoices.list(search);
  }

  /** Shows one invoice as it was issued: seller, client, lines and VAT. */
  @Get(':id')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: InvoiceDetailDto })
  detail(@PathId() id: InvoiceId) {
    return this.invoices.detail(id);
  }

  /** Sends the invoice as PDF. */
  @Get(':id/pdf')
  @Can('invoice.read', 'network')
  @ApiProduces('application/pdf')
  async pdf(@PathId() id: InvoiceId): Promise<StreamableFile> {
    const { fileName, document } = await this.invoices.pdf(id);
    return new StreamableFile(this.store.read(document.sha256), {
      type: 'application/pdf',
      length: document.bytes,
      disposition: `inline; filename="${fileName}"`,
    });
  }
}
