import { Module } from '@nestjs/common';
import { LinkModule } from '../../network/link/link.module';
import type { Feature } from '../../platform/kit/feature';
import { FreeSpace } from './free-space';
import { HealthController } from './health.controller';
import { healthFaults } from './health.faults';
import { ServiceController } from './service.controller';
import { ServiceState } from './service-state';

@Module({
  imports: [LinkModule],
  controllers: [HealthController, ServiceController],
  providers: [FreeSpace, ServiceState],
})
export class HealthModule {}

export const health: Feature = { module: HealthModule, faults: [healthFaults] };
