import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { SubmissionsService } from './submissions.service';

@Module({
  imports: [BillingModule],
  controllers: [JobsController],
  providers: [JobsService, SubmissionsService],
})
export class JobsModule {}
