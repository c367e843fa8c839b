import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { PaymentDetailDto, RefundDto } from './payments.dto';
import { PaymentsService } from './payments.service';

/** Money that goes back to clients. */
@ApiTags('billing')
@Controller('v1/organisations/:id/refunds')
export class RefundsController {
  constructor(private readonly payments: PaymentsService) {}

  /** Records that money of a client's account was given back. */
  @Post()
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 201, type: PaymentDetailDto })
  @Faults('ORGANISATION.UNKNOWN', 'PAYMENT.ABOVE_BALANCE', 'PAYMENT.IN_FUTURE', 'PAYMENT.MEANS_UNKNOWN')
  refund(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: OrganisationId,
    @Body() body: RefundDto,
  ) {
    return this.payments.refund(accountId, id, body);
  }
}
