import { Module } from '@nestjs/common';
import { MatchingService } from './matching.service';
import { NextJobs } from './next-jobs';

@Module({ providers: [MatchingService, NextJobs], exports: [NextJobs] })
export class MatchingModule {}
