import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { AccuracyController } from './accuracy.controller';
import { AccuracyService } from './accuracy.service';

@Module({ controllers: [AccuracyController], providers: [AccuracyService] })
export class AccuracyModule {}

export const accuracy: Feature = { module: AccuracyModule };
