import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { PaymentsModule } from '../payments/payments.module';
import { bankAudit } from './bank.audit';
import { BankAccount, BankLine, BankMapping, BankStatement } from './bank.entities';
import { bankFaults } from './bank.faults';
import { Bank1764500160000 } from './bank.migration';
import { BookingService } from './booking.service';
import { LinesController } from './lines.controller';
import { LinesService } from './lines.service';
import { ProposalsService } from './proposals.service';
import { StatementsController } from './statements.controller';
import { StatementsService } from './statements.service';
import { TopUps } from './top-ups';

/** Statements of banks: their lines become payments of clients and members. */
@Module({
  imports: [PaymentsModule],
  controllers: [StatementsController, LinesController],
  providers: [BookingService, LinesService, ProposalsService, StatementsService, TopUps],
  exports: [LinesService, TopUps],
})
export class BankModule {}

export const bank = {
  module: BankModule,
  tables: [BankAccount, BankMapping, BankStatement, BankLine],
  migrations: [Bank1764500160000],
  auditWords: [bankAudit],
  faults: [bankFaults],
} satisfies Feature;
