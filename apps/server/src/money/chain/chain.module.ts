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
import { DocumentLinks } from './document-links';
import { HeadLogWriter } from './head-log-writer';

/** The hash chain over documents that enter the books, and its verification. */
@Module({
  imports: [DocumentsModule],
  controllers: [ChainController],
  providers: [ChainVerifications, DocumentLinks, HeadLogWriter],
})
export class ChainModule {}

export const chain = {
  module: ChainModule,
  tables: [ChainHead, ChainLink, ChainVerification],
  migrations: [Chain1764500021000, CarriedLinks1764500022000],
  auditWords: [chainAudit],
  faults: [chainFaults],
} satisfies Feature;
