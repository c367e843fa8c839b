import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { ChainModule } from '../chain/chain.module';
import { SellerModule } from '../seller/seller.module';
import { AllotmentBook } from './allotment-book.service';
import { BalancesController } from './balances.controller';
import { CashBookController } from './cash-book.controller';
import { CashBookService } from './cash-book.service';
import { CashCount } from './cash-count.entity';
import { CashCounts1764500153000 } from './cash-counts.migration';
import { chainedAllotments, chainedPayments } from './chained-payments';
import { DocumentPaymentsController } from './document-payments.controller';
import { MeansController } from './means.controller';
import { MeansService } from './means.service';
import { PaymentBook } from './payment-book.service';
import { PaymentMeans } from './payment-means.entity';
import { PaymentMeans1764500152000 } from './payment-means.migration';
import { PaymentRegistrations } from './payment-registrations';
import { paymentsAudit } from './payments.audit';
import { PaymentsController } from './payments.controller';
import { paymentsFaults } from './payments.faults';
import { PaymentsService } from './payments.service';
import { RefundsController } from './refunds.controller';
import { StatementPdf } from './statement-pdf.service';
import { StatementsController } from './statements.controller';

/** Money that came in or went out, the documents that it settles, and the accounts of clients. */
@Module({
  imports: [ChainModule, ImportModule, SellerModule],
  controllers: [
    ...[BalancesController, CashBookController, DocumentPaymentsController, MeansController],
    ...[PaymentsController, RefundsController, StatementsController],
  ],
  providers: [
    CashBookService,
    AllotmentBook,
    MeansService,
    PaymentBook,
    PaymentRegistrations,
    PaymentsService,
    StatementPdf,
  ],
  exports: [AllotmentBook, PaymentBook],
})
export class PaymentsModule {}

export const payments = {
  module: PaymentsModule,
  tables: [CashCount, PaymentMeans],
  migrations: [PaymentMeans1764500152000, CashCounts1764500153000],
  chained: [chainedPayments, chainedAllotments],
  auditWords: [paymentsAudit],
  faults: [paymentsFaults],
} satisfies Feature;
