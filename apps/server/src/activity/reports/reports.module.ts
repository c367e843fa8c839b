import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { ConventionsModule } from '../conventions/conventions.module';
import { CommentsService } from './comments.service';
import { PresentService } from './present.service';
import { Report, ReportComment, ReportFile } from './report.entities';
import { ReportFilesService } from './report-files.service';
import { ReportRegistrations } from './report-registrations';
import { reportsAudit } from './reports.audit';
import { ReportsController } from './reports.controller';
import { reportsFaults } from './reports.faults';
import { Reports1764500220000 } from './reports.migration';
import { ReportsService } from './reports.service';

/** Reports of activity and money. */
@Module({
  imports: [ConventionsModule],
  controllers: [ReportsController],
  providers: [CommentsService, PresentService, ReportFilesService, ReportRegistrations, ReportsService],
})
export class ReportsModule {}

export const reports = {
  module: ReportsModule,
  tables: [Report, ReportComment, ReportFile],
  migrations: [Reports1764500220000],
  auditWords: [reportsAudit],
  faults: [reportsFaults],
} satisfies Feature;
