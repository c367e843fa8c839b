import { Module } from '@nestjs/common';
import { SellerModule } from '../../money/seller/seller.module';
import { LabsModule } from '../../network/labs/labs.module';
import type { Feature } from '../../platform/kit/feature';
import { InstallationController } from './installation.controller';
import { InstallationService } from './installation.service';

/** How far the installation of a new service is. */
@Module({
  imports: [LabsModule, SellerModule],
  controllers: [InstallationController],
  providers: [InstallationService],
})
export class InstallationModule {}

export const installation: Feature = { module: InstallationModule };
