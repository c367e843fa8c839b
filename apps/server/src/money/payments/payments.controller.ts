import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PaymentId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  AllotDto,
  PaymentDetailDto,
  PaymentListDto,
  PaymentSearchDto,
  ReasonDto,
  RecordPaymentDto,
} from './payments.dto';
import { PaymentsService } from './payments.service';

const ALLOTTING = [
  ...(['PAYMENT.ABOVE_LEFT', 'PAYMENT.ABOVE_OPEN', 'PAYMENT.CREDITED', 'PAYMENT.OTHER_CLIENT'] as const),
  ...(['PAYMENT.DOCUMENT_NOT_PAYABLE', 'PAYMENT.ABOVE_ALLOTTED'] as const),
] as const;

const RECORDING = [
  ...(['ORGANISATION.UNKNOWN', 'PAYMENT.IN_FUTURE', 'PAYMENT.MEANS_UNKNOWN'] as const),
  'BILLING.DATE_BEFORE_LAST',
] as const;

/** Money of clients that came in or went out. */
@ApiTags('billing')
@Controller('v1/payments')
export class PaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  /** Lists payments, latest first unless `sort` says otherwise, with the sum of all that fit. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: PaymentListDto })
  list(@Query() search: PaymentSearchDto) {
    return this.payments.list(search);
  }

  /** Records money of a client that came in, and the documents that it settles. The rest stays on the client's account. */
  @Post()
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 201, type: PaymentDetailDto })
  @Faults(...RECORDING, ...ALLOTTING)
  record(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: RecordPaymentDto) {
    return this.payments.record(accountId, body);
  }

  /** Shows one payment with the documents that it settles. */
  @Get(':id')
  @Can('payment.read', 'network')
  @ZodResponse({ type: PaymentDetailDto })
  detail(@PathId() id: PaymentId) {
    return this.payments.detail(id);
  }

  /** Settles documents with what is left of a payment, or takes cents back from documents. All parts, or none. */
  @Post(':id/allotments')
  @Can('payment.manage', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: PaymentDetailDto })
  @Faults('PAYMENT.NOT_ALLOTTABLE', 'PAYMENT.UNDONE', ...ALLOTTING)
  allot(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: PaymentId,
    @Body() body: AllotDto,
  ) {
    return this.payments.allot(accountId, id, body);
  }

  /** Undoes a payment or refund by an opposite entry. Called again, it changes nothing. */
  @Post(':id/undo')
  @Can('payment.manage', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: PaymentDetailDto })
  @Faults('PAYMENT.IS_REVERSAL', 'PAYMENT.OF_MEMBER')
  undo(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: PaymentId,
    @Body() { reason }: ReasonDto,
  ) {
    return this.payments.undo(accountId, id, reason);
  }
}
