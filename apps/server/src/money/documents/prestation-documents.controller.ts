import { Body, Controller, Get, HttpCode, HttpStatus, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { PrestationsService } from '../prestations/prestations.service';
import { BillingSummary } from './billing-summary.service';
import { DocumentDto, NewDocumentDto } from './document.dto';
import { COMPOSE_FAULTS } from './documents.faults';
import { DraftsService } from './drafts.service';
import { PriceWithTaxDto, PriceWithTaxQueryDto } from './line-price.dto';
import { LinePriceService } from './line-price.service';
import {
  BillingSummaryDto,
  PartDto,
  PartQueryDto,
  PrestationDetailDto,
  PrestationPapersDto,
} from './papers.dto';
import { PapersService } from './papers.service';

/** The documents of one prestation. */
@ApiTags('billing')
@Controller('v1/prestations')
export class PrestationDocumentsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly linePrices: LinePriceService,
    private readonly papers: PapersService,
    private readonly prestations: PrestationsService,
    private readonly summaries: BillingSummary,
  ) {}

  /** Shows the sum that is to be invoiced, and the sum invoiced this year, net of VAT. */
  @Get('summary')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: BillingSummaryDto })
  summary() {
    return this.summaries.read();
  }

  /** Shows one prestation with its lines, its stages, and what its documents add up to. */
  @Get(':id')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: PrestationDetailDto })
  detail(@PathId() id: PrestationId) {
    return this.prestations.detail(id);
  }

  /** Shows what is agreed, deposited, invoiced, credited and left to invoice, and the documents, latest first. */
  @Get(':id/documents')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: PrestationPapersDto })
  list(@PathId() id: PrestationId) {
    return this.papers.of(id);
  }

  /** Shows what a deposit, or the invoice of a stage, would be: exactly one of the parameters is given. */
  @Get(':id/parts')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: PartDto })
  @Faults('DOCUMENT.STAGE_UNFIT', ...COMPOSE_FAULTS)
  part(@PathId() id: PrestationId, @Query() query: PartQueryDto) {
    return this.papers.part(id, query);
  }

  /**
   * Calculates the price with which a line comes to an amount with tax, or those of the two nearest amounts. Nothing is
   * saved. The VAT is that of the line alone: a document has the VAT of the sum of its lines.
   */
  @Post(':id/price-with-tax')
  @HttpCode(200)
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 200, type: PriceWithTaxDto })
  @Faults('BILLING.ACTIVITY_NOT_TAXED', 'BILLING.SELLER_MISSING')
  priceWithTax(@PathId() id: PrestationId, @Body() body: PriceWithTaxQueryDto) {
    return this.linePrices.priceWithTax(id, body);
  }

  /** Creates a draft. It has no number, can be changed and deleted, and shows the present lines until it is issued. */
  @Post(':id/documents')
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 201, type: DocumentDto })
  @ApiOkResponse({ type: DocumentDto, description: 'The key was used before: the document that it created' })
  @Faults('DOCUMENT.REQUEST_UNFIT', 'PRESTATION.CANCELLED')
  async create(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: PrestationId,
    @Body() body: NewDocumentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { document, isNew } = await this.drafts.create(account.accountId, id, body);
    if (!isNew) reply.status(HttpStatus.OK);
    return document;
  }
}
