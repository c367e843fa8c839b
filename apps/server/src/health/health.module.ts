import { Module } from '@nestjs/common';
import { FreeSpace } from './free-space';
import { HealthController } from './health.controller';

@Module({ controllers: [HealthController], providers: [FreeSpace] })
export class HealthModule {}
