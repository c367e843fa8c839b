import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { SubmissionsService } from './submissions.service';

@Module({ controllers: [JobsController], providers: [JobsService, SubmissionsService] })
export class JobsModule {}
