import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module';
import { JobsModule } from '../jobs/jobs.module';
import { UploadRetention } from './upload-retention';
import { UploadViews } from './upload-views.service';
import { UploadsController } from './uploads.controller';
import { UploadsService } from './uploads.service';

@Module({
  imports: [BillingModule, JobsModule],
  controllers: [UploadsController],
  providers: [UploadsService, UploadViews, UploadRetention],
})
export class UploadsModule {}
