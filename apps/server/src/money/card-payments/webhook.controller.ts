import { Controller, HttpCode, Inject, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { CardEvents } from './card-events.service';
import { PAYMENT_PROVIDER, type PaymentProvider } from './provider/payment-provider';

/** Messages of the card service. */
@ApiTags('billing')
@Controller('v1/card-payments/webhook')
export class CardWebhookController {
  constructor(
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider | null,
    private readonly events: CardEvents,
  ) {}

  /**
   * Takes a message of the card service. The signature in its header is its only right. It may be sent repeatedly and
   * in any order; an answer other than 2xx makes the card service send it again.
   */
  @Post()
  @HttpCode(204)
  @Public()
  @Faults('CARD.OFF', 'CARD.FORGED', 'CARD.EVENT_UNREADABLE', 'CARD.NOT_BOOKED')
  async receive(@Req() { rawBody, headers }: RawBodyRequest<FastifyRequest>): Promise<void> {
    if (!this.provider) throw new Fault('CARD.OFF');
    const event = this.provider.readEvent(rawBody ?? Buffer.alloc(0), headers);
    if (event) await this.events.apply(event);
  }
}
