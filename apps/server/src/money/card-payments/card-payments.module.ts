import { Module } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { ImportModule } from '../../people/import/import.module';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import type { Feature } from '../../platform/kit/feature';
import { MemberAccountsModule } from '../member-accounts/member-accounts.module';
import { PaymentsModule } from '../payments/payments.module';
import { BookCard } from './book-card.service';
import { CardEvents } from './card-events.service';
import { CardPayment } from './card-payment.entity';
import { cardPaymentsAudit } from './card-payments.audit';
import { CardPaymentsController } from './card-payments.controller';
import { cardPaymentsFaults } from './card-payments.faults';
import { CardPayments1764500200000 } from './card-payments.migration';
import { CardPaymentsService } from './card-payments.service';
import { CardRegistrations } from './card-registrations';
import { CardCheckouts } from './checkouts.service';
import { OwnCardPaymentsController } from './own-card-payments.controller';
import { PAYMENT_PROVIDER, type PaymentProvider } from './provider/payment-provider';
import { stripeProvider } from './provider/stripe-provider';
import { CardWebhookController } from './webhook.controller';

/** Payments by card, on the page of a provider: off without its settings. */
@Module({
  imports: [ImportModule, MemberAccountsModule, PaymentsModule],
  controllers: [CardWebhookController, CardPaymentsController, OwnCardPaymentsController],
  providers: [
    ...[BookCard, CardCheckouts, CardEvents, CardPaymentsService, CardRegistrations],
    {
      provide: PAYMENT_PROVIDER,
      inject: [SERVER_CONFIG, CLOCK],
      useFactory: async ({ stripe }: ServerConfig, clock: Clock): Promise<PaymentProvider | null> =>
        stripe ? stripeProvider(stripe, clock) : null,
    },
  ],
  exports: [CardCheckouts, CardPaymentsService],
})
export class CardPaymentsModule {}

export const cardPayments = {
  module: CardPaymentsModule,
  tables: [CardPayment],
  migrations: [CardPayments1764500200000],
  auditWords: [cardPaymentsAudit],
  faults: [cardPaymentsFaults],
} satisfies Feature;
