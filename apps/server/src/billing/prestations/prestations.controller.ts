import { Body, Controller, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../accounts/access';
import { pageSchema } from '../../api/fields';
import { InvoiceDto } from '../invoices/invoice.dto';
import { InvoicesService } from '../invoices/invoices.service';
import {
  AddLineDto,
  CreatePrestationDto,
  OpenPrestationListDto,
  PrestationDetailDto,
  PrestationDto,
  PrestationLineDto,
  PrestationListDto,
} from './prestation.dto';
import { PrestationsService } from './prestations.service';

class PageDto extends createZodDto(pageSchema) {}

@ApiTags('billing')
@Controller('v1/prestations')
export class PrestationsController {
  constructor(
    private readonly prestations: PrestationsService,
    private readonly invoices: InvoicesService,
  ) {}

  @Get()
  @Can('prestation.read', 'network')
  @ZodResponse({ type: PrestationListDto })
  list(@Query() page: PageDto) {
    return this.prestations.list(page);
  }

  @Post()
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: PrestationDto })
  create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: CreatePrestationDto) {
    return this.prestations.create(account.accountId, body);
  }

  /** For whoever submits prints: those that are open, without their lines and amounts. */
  @Get('open')
  @Can('job.submit-for-others', 'network')
  @ZodResponse({ type: OpenPrestationListDto })
  open() {
    return this.prestations.open();
  }

  @Get(':id')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: PrestationDetailDto })
  detail(@Param('id', ParseUUIDPipe) id: PrestationId) {
    return this.prestations.detail(id);
  }

  /** Adds a line written by hand. Prints add theirs when they are done. */
  @Post(':id/lines')
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: PrestationLineDto })
  addLine(@Param('id', ParseUUIDPipe) id: PrestationId, @Body() body: AddLineDto) {
    return this.prestations.addLine(id, body);
  }

  /** Issues the invoice: 201. Asked again it answers the same invoice: 200. */
  @Post(':id/invoice')
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 201, type: InvoiceDto })
  @ApiOkResponse({ type: InvoiceDto, description: 'It had been issued before' })
  async invoice(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id', ParseUUIDPipe) id: PrestationId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { invoice, isNew } = await this.invoices.issue(account.accountId, id);
    if (!isNew) reply.status(HttpStatus.OK);
    return invoice;
  }
}
