import { Module } from '@nestjs/common';
import { LinkModule } from '../../network/link/link.module';
import { MachinesModule } from '../../network/machines/machines.module';
import type { Feature } from '../../platform/kit/feature';
import { JobsModule } from '../jobs/jobs.module';
import { WantedChangeRow } from './changes/wanted-change.entity';
import { WantedChangesController } from './changes/wanted-changes.controller';
import { WantedChanges1764500102000 } from './changes/wanted-changes.migration';
import { WantedChanges } from './changes/wanted-changes.service';
import { forecastLab } from './forecast-lab.job';
import { Forecasts } from './forecasts.service';
import { JobWaiting } from './job-waiting';
import { LabMoves } from './lab-moves.service';
import { MatchingService } from './matching.service';
import { NextJobs } from './next-jobs';
import { PreviewController } from './preview/preview.controller';
import { QueuePreviews } from './preview/preview.service';
import { QueuePlans } from './queue/queue-plans.service';
import { SoonestLab } from './soonest-lab';
import { JobWhyService } from './why/job-why.service';
import { MachineWhyService } from './why/machine-why.service';
import { RunDecision } from './why/run-decision.entity';
import { RunDecisions1764500101000 } from './why/run-decisions.migration';
import { WhyController } from './why/why.controller';

@Module({
  imports: [JobsModule, LinkModule, MachinesModule],
  controllers: [PreviewController, WantedChangesController, WhyController],
  providers: [
    ...[Forecasts, JobWaiting, JobWhyService, MachineWhyService, MatchingService, NextJobs],
    ...[LabMoves, QueuePlans, QueuePreviews, SoonestLab, WantedChanges],
  ],
  exports: [Forecasts, NextJobs],
})
export class MatchingModule {}

export const matching: Feature = {
  module: MatchingModule,
  tables: [RunDecision, WantedChangeRow],
  migrations: [RunDecisions1764500101000, WantedChanges1764500102000],
  queueJobs: [forecastLab],
};
