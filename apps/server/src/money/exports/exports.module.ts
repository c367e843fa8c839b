import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { BankModule } from '../bank/bank.module';
import { DocumentsModule } from '../documents/documents.module';
import { MemberAccountsModule } from '../member-accounts/member-accounts.module';
import { PrestationsModule } from '../prestations/prestations.module';
import { PricingModule } from '../pricing/pricing.module';
import { BookAccountsController } from './book-accounts.controller';
import { BookAccountSettings } from './book-accounts.entity';
import { BookAccounts1764500180000 } from './book-accounts.migration';
import { BookAccountsService } from './book-accounts.service';
import { exportsAudit } from './exports.audit';
import { ExportsController } from './exports.controller';
import { exportsFaults } from './exports.faults';
import { FecService } from './fec/fec.service';
import { FiguresController } from './figures/figures.controller';
import { FiguresService } from './figures/figures.service';
import { ListExports } from './lists/list-exports.service';
import { VatExportsService } from './vat/vat-exports.service';

/** What the accountant gets: entries, VAT, e-reporting, lists, and the figures of money. */
@Module({
  imports: [BankModule, DocumentsModule, MemberAccountsModule, PrestationsModule, PricingModule],
  controllers: [BookAccountsController, ExportsController, FiguresController],
  providers: [BookAccountsService, FecService, FiguresService, ListExports, VatExportsService],
})
export class ExportsModule {}

export const booksExports = {
  module: ExportsModule,
  tables: [BookAccountSettings],
  migrations: [BookAccounts1764500180000],
  auditWords: [exportsAudit],
  faults: [exportsFaults],
} satisfies Feature;
