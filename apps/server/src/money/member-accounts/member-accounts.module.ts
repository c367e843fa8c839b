import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { BankModule } from '../bank/bank.module';
import { ChainModule } from '../chain/chain.module';
import { DocumentsModule } from '../documents/documents.module';
import { PaymentsModule } from '../payments/payments.module';
import { SellerModule } from '../seller/seller.module';
import { AccountCharge, AccountEntry, AccountInvoice, MemberAccount } from './account.entities';
import { AccountEntries } from './account-entries.service';
import { AccountFiles } from './account-files.service';
import { AccountInvoices } from './account-invoices.service';
import { AccountMoney } from './account-money.service';
import { AccountRegistrations } from './account-registrations';
import { AccountViews } from './account-views.service';
import { MemberAccounts1764500170000 } from './accounts.migration';
import { AccountsService } from './accounts.service';
import { chainedEntries } from './chained-entries';
import { coverJobs } from './cover-jobs.job';
import { Covering } from './covering.service';
import { FundedJobs } from './funded-jobs';
import { GroupPayers } from './group-payers.service';
import { memberAccountsAudit } from './member-accounts.audit';
import { MemberAccountsController } from './member-accounts.controller';
import { memberAccountsFaults } from './member-accounts.faults';
import { MonthlyInvoices } from './monthly-invoices.service';
import { OwnAccountController } from './own-account.controller';
import { PayInvoices } from './pay-invoices.service';
import { Reservation } from './reservation.entity';
import { AccountSettingsController } from './settings.controller';
import { AccountSettings, GroupPayer, LabSettlement } from './settings.entities';
import { AccountSettingsService } from './settings.service';
import { SettleRun } from './settle-run.service';
import { MemberStatementPdf } from './statement-pdf.service';

/** Members who pay: prepaid accounts, what is reserved of them, free use, and who pays for groups. */
@Module({
  imports: [BankModule, ChainModule, DocumentsModule, ImportModule, PaymentsModule, SellerModule],
  controllers: [MemberAccountsController, AccountSettingsController, OwnAccountController],
  providers: [
    ...[AccountEntries, AccountFiles, AccountInvoices, AccountMoney, AccountRegistrations],
    ...[AccountSettingsService, AccountsService, AccountViews, Covering, FundedJobs, GroupPayers],
    ...[MemberStatementPdf, MonthlyInvoices, PayInvoices, SettleRun],
  ],
  exports: [AccountMoney, AccountViews, FundedJobs, SettleRun],
})
export class MemberAccountsModule {}

export const memberAccounts = {
  module: MemberAccountsModule,
  tables: [
    ...[AccountCharge, AccountEntry, AccountInvoice, AccountSettings, GroupPayer, LabSettlement],
    ...[MemberAccount, Reservation],
  ],
  migrations: [MemberAccounts1764500170000],
  queueJobs: [coverJobs],
  chained: [chainedEntries],
  auditWords: [memberAccountsAudit],
  faults: [memberAccountsFaults],
} satisfies Feature;
