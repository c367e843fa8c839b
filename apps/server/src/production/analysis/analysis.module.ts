import { Module } from '@nestjs/common';
import { BillingModule } from '../../money/money.module';
import { MachinesModule } from '../../network/machines/machines.module';
import type { Feature } from '../../platform/kit/feature';
import { GuardModule } from '../guard/guard.module';
import { JobsModule } from '../jobs/jobs.module';
import { analysisFaults } from './analysis.faults';
import { AnalysisService } from './analysis.service';
import { reanalyseFile } from './reanalyse-file.job';
import { Reanalysis } from './reanalysis';

@Module({
  imports: [BillingModule, GuardModule, JobsModule, MachinesModule],
  providers: [AnalysisService, Reanalysis],
})
export class AnalysisModule {}

export const analysis: Feature = {
  module: AnalysisModule,
  queueJobs: [reanalyseFile],
  faults: [analysisFaults],
};
