import { Module } from '@nestjs/common';
import { BillingModule } from '../../money/money.module';
import { LinkModule } from '../../network/link/link.module';
import { MachinesModule } from '../../network/machines/machines.module';
import type { Feature } from '../../platform/kit/feature';
import { FilesModule } from '../files/files.module';
import { GuardModule } from '../guard/guard.module';
import { JobsModule } from '../jobs/jobs.module';
import { MatchingModule } from '../matching/matching.module';
import { Upload } from './upload.entity';
import { UploadRegistrations } from './upload-registrations';
import { UploadRetention } from './upload-retention';
import { UploadViews } from './upload-views.service';
import { UploadsController } from './uploads.controller';
import { uploadsFaults } from './uploads.faults';
import { UploadsService } from './uploads.service';

@Module({
  imports: [BillingModule, FilesModule, GuardModule, JobsModule, LinkModule, MachinesModule, MatchingModule],
  controllers: [UploadsController],
  providers: [UploadsService, UploadViews, UploadRetention, UploadRegistrations],
  exports: [UploadsService],
})
export class UploadsModule {}

export const submissions: Feature = { module: UploadsModule, tables: [Upload], faults: [uploadsFaults] };
