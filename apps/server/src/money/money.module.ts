import { Module } from '@nestjs/common';
import type { Feature } from '../platform/kit/feature';
import { BillingService } from './billing.service';
import { MemberAccountsModule } from './member-accounts/member-accounts.module';
import { PricingModule } from './pricing/pricing.module';

/** The parts of money that other modules use. */
@Module({
  imports: [MemberAccountsModule, PricingModule],
  providers: [BillingService],
  exports: [BillingService],
})
export class BillingModule {}

export const money: Feature = { module: BillingModule };
