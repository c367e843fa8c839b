import { Controller, Get, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { PrestationsService } from '../prestations/prestations.service';
import { BillingSummary } from './billing-summary.service';
import { BillingSummaryDto, InvoiceDto, PrestationDetailDto } from './invoice.dto';
import { InvoicesService } from './invoices.service';

/** A prestation with its invoice. */
@ApiTags('billing')
@Controller('v1/prestations')
export class PrestationInvoicesController {
  constructor(
    private readonly prestations: PrestationsService,
    private readonly invoices: InvoicesService,
    private readonly summaries: BillingSummary,
  ) {}

  /** Shows the sum that is to be invoiced, and the sum invoiced this year, net of VAT. */
  @Get('summary')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: BillingSummaryDto })
  summary() {
    return this.summaries.read();
  }

  /** Shows one prestation with its lines and their sum. */
  @Get(':id')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: PrestationDetailDto })
  async detail(@PathId() id: PrestationId) {
    return { ...(await this.prestations.detail(id)), invoiceId: await this.invoices.idFor(id) };
  }

  /**
   * Issues the invoice of a prestation: 201. If the invoice was already issued, the answer is 200 with the same invoice.
   */
  @Post(':id/invoice')
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 201, type: InvoiceDto })
  @ApiOkResponse({ type: InvoiceDto, description: 'The invoice had already been issued' })
  @Faults(
    'BILLING.ACTIVITY_NOT_TAXED',
    'BILLING.DATE_BEFORE_LAST',
    'BILLING.NOTHING_TO_INVOICE',
    'BILLING.NO_TARIFF',
    'BILLING.PRINTS_PENDING',
    'BILLING.SELLER_MISSING',
  )
  async invoice(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: PrestationId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { invoice, isNew } = await this.invoices.issue(account.accountId, id);
    if (!isNew) reply.status(HttpStatus.OK);
    return invoice;
  }
}
