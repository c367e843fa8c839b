import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { InvoiceId } from '@pandafab/shared';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Can } from '../../accounts/access';
import { pageSchema } from '../../api/fields';
import { FileStore } from '../../files/file-store';
import { InvoiceDetailDto, InvoiceListDto } from './invoice.dto';
import { InvoicesService } from './invoices.service';

class PageDto extends createZodDto(pageSchema) {}

@ApiTags('billing')
@Controller('v1/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly store: FileStore,
  ) {}

  @Get()
  @Can('invoice.read', 'network')
  @ZodResponse({ type: InvoiceListDto })
  list(@Query() page: PageDto) {
    return this.invoices.list(page);
  }

  /** The frozen copy of everything that the invoice shows. */
  @Get(':id')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: InvoiceDetailDto })
  detail(@Param('id', ParseUUIDPipe) id: InvoiceId) {
    return this.invoices.detail(id);
  }

  @Get(':id/pdf')
  @Can('invoice.read', 'network')
  @ApiProduces('application/pdf')
  async pdf(@Param('id', ParseUUIDPipe) id: InvoiceId): Promise<StreamableFile> {
    const { fileName, document } = await this.invoices.pdf(id);
    return new StreamableFile(this.store.read(document.sha256), {
      type: 'application/pdf',
      length: document.bytes,
      disposition: `inline; filename="${fileName}"`,
    });
  }
}
