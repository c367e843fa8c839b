import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { SellerLogos1764500014000 } from './logos.migration';
import { LogosService } from './logos.service';
import { sellerAudit } from './seller.audit';
import { SellerController } from './seller.controller';
import { SellerLogo, SellerSettings } from './seller.entity';
import { sellerFaults } from './seller.faults';
import { SellerService } from './seller.service';

/** The association as its documents show it. */
@Module({
  controllers: [SellerController],
  providers: [LogosService, SellerService],
  exports: [LogosService, SellerService],
})
export class SellerModule {}

export const seller = {
  module: SellerModule,
  tables: [SellerSettings, SellerLogo],
  migrations: [SellerLogos1764500014000],
  auditWords: [sellerAudit],
  faults: [sellerFaults],
} satisfies Feature;
