import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { DocumentsModule } from '../documents/documents.module';
import { CarriedLinks1764500022000 } from './carried-links.migration';
import { chainAudit } from './chain.audit';
import { ChainController } from './chain.controller';
import { ChainHead, ChainLink } from './chain.entities';
import { chainFaults } from './chain.faults';
import { Chain1764500021000 } from './chain.migration';
import { ChainVerification } from './chain-verification.entity';
import { ChainVerifications } from './chain-verifications.service';
import { ClosedUntil1764500151000 } from './closed-until.migration';
import { DocumentLinks } from './document-links';
import { HeadLogWriter } from './head-log-writer';
import { MoneyLinks } from './money-links';

/** The hash chain over everything that enters the books, and its verification. */
@Module({
  imports: [DocumentsModule],
  controllers: [ChainController],
  providers: [ChainVerifications, DocumentLinks, HeadLogWriter, MoneyLinks],
  exports: [MoneyLinks],
})
export class ChainModule {}

export const chain = {
  module: ChainModule,
  tables: [ChainHead, ChainLink, ChainVerification],
  migrations: [Chain1764500021000, CarriedLinks1764500022000, ClosedUntil1764500151000],
  auditWords: [chainAudit],
  faults: [chainFaults],
} satisfies Feature;
