import { Module } from '@nestjs/common';
import { LinkModule } from '../../network/link/link.module';
import { MachinesModule } from '../../network/machines/machines.module';
import type { Feature } from '../../platform/kit/feature';
import { JobsModule } from '../jobs/jobs.module';
import { forecastLab } from './forecast-lab.job';
import { Forecasts } from './forecasts.service';
import { JobWaiting } from './job-waiting';
import { LabMoves } from './lab-moves.service';
import { MatchingService } from './matching.service';
import { NextJobs } from './next-jobs';
import { SoonestLab } from './soonest-lab';

@Module({
  imports: [JobsModule, LinkModule, MachinesModule],
  providers: [Forecasts, JobWaiting, LabMoves, MatchingService, NextJobs, SoonestLab],
  exports: [Forecasts, NextJobs],
})
export class MatchingModule {}

export const matching: Feature = { module: MatchingModule, queueJobs: [forecastLab] };
