import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { sellerAudit } from './seller.audit';
import { SellerController } from './seller.controller';
import { SellerSettings } from './seller.entity';
import { sellerFaults } from './seller.faults';
import { SellerService } from './seller.service';

/** The association as its documents show it. */
@Module({ controllers: [SellerController], providers: [SellerService], exports: [SellerService] })
export class SellerModule {}

export const seller = {
  module: SellerModule,
  tables: [SellerSettings],
  auditWords: [sellerAudit],
  faults: [sellerFaults],
} satisfies Feature;
