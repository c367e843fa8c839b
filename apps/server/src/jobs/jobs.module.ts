import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module';
import { MaterialsModule } from '../materials/materials.module';
import { JobThumbnailsController } from './job-thumbnails.controller';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { MaterialService } from './material.service';
import { RedoService } from './redo.service';
import { SubmissionsService } from './submissions.service';

@Module({
  imports: [BillingModule, MaterialsModule],
  controllers: [JobsController, JobThumbnailsController],
  exports: [JobsService, SubmissionsService],
  providers: [JobsService, MaterialService, RedoService, SubmissionsService],
})
export class JobsModule {}
