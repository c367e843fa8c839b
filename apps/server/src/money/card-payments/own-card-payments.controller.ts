import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { ReaderLanguage } from '../../platform/http/words';
import { BaseUrl } from '../../platform/kit/base-url';
import { OwnCardPaymentsDto, StartedCardPaymentDto, StartTopUpDto } from './card-payments.dto';
import { CardPaymentsService } from './card-payments.service';
import { CardCheckouts } from './checkouts.service';

/** Top-ups of one's own account by card. */
@ApiTags('me')
@Controller('v1/me/account/card-payments')
export class OwnCardPaymentsController {
  constructor(
    private readonly cards: CardPaymentsService,
    private readonly checkouts: CardCheckouts,
    private readonly base: BaseUrl,
  ) {}

  /** Lists your latest card payments, and says whether you can pay by card. A payment is confirmed some seconds later. */
  @Get()
  @SignedIn('account:read')
  @ZodResponse({ type: OwnCardPaymentsDto })
  list(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.cards.ofMember(memberId);
  }

  /** Starts a top-up by card: the answer has the address of the page where you pay. */
  @Post()
  @HttpCode(201)
  @SignedIn('account:write')
  @ZodResponse({ status: 201, type: StartedCardPaymentDto })
  @Faults('CARD.OFF', 'CARD.UNAVAILABLE')
  start(
    @CurrentAccount() account: CurrentAccountInfo,
    @Body() { cents }: StartTopUpDto,
    @ReaderLanguage() language: Language,
  ) {
    const page = `${this.base.get()}/balance`;
    const urls = { success: (id: string) => `${page}?card=${id}`, cancel: page };
    return this.checkouts.topUp(account, cents, urls, language);
  }
}
