import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DocumentId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { DocumentPaymentsDto, ReasonDto } from './payments.dto';
import { PaymentsService } from './payments.service';

/** Payments of one document. */
@ApiTags('billing')
@Controller('v1/documents/:id')
export class DocumentPaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  /** Lists the payments that settle a document, and what is still open. */
  @Get('payments')
  @Can('payment.read', 'network')
  @ZodResponse({ type: DocumentPaymentsDto })
  @Faults('PAYMENT.DOCUMENT_NOT_PAYABLE')
  list(@PathId() id: DocumentId) {
    return this.payments.ofDocument(id);
  }

  /** Puts what was paid too much for a document on the client's account. */
  @Post('overpaid')
  @Can('payment.manage', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: DocumentPaymentsDto })
  @Faults('PAYMENT.NOTHING_TOO_MUCH', 'PAYMENT.DOCUMENT_NOT_PAYABLE')
  release(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: DocumentId,
    @Body() { reason }: ReasonDto,
  ) {
    return this.payments.releaseOverpaid(accountId, id, reason);
  }
}
