import { Module } from '@nestjs/common';
import { AnalysisService } from './analysis.service';
import { Reanalysis } from './reanalysis';

@Module({ providers: [AnalysisService, Reanalysis] })
export class AnalysisModule {}
