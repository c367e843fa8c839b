import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CardPaymentId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  CardPaymentDto,
  CardPaymentListDto,
  CardPaymentSearchDto,
  ResolveCardPaymentDto,
} from './card-payments.dto';
import { CardPaymentsService } from './card-payments.service';

/** Card payments for staff. */
@ApiTags('billing')
@Controller('v1/card-payments')
export class CardPaymentsController {
  constructor(private readonly cards: CardPaymentsService) {}

  /** Lists card payments, the latest first. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: CardPaymentListDto })
  list(@Query() search: CardPaymentSearchDto) {
    return this.cards.list(search);
  }

  /** Notes what staff did about the problem of a card payment. Nothing is booked for it afterwards. */
  @Post(':id/resolve')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: CardPaymentDto })
  @Faults('CARD.NO_PROBLEM', 'REQUEST.NOT_FOUND')
  resolve(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: CardPaymentId,
    @Body() { resolution }: ResolveCardPaymentDto,
  ) {
    return this.cards.resolve(accountId, id, resolution);
  }
}
