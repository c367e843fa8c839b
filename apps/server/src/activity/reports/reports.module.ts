import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Report, ReportComment, ReportFile } from './report.entities';
import { ReportRegistrations } from './report-registrations';
import { Reports1764500220000 } from './reports.migration';

/** Reports of activity and money. */
@Module({ providers: [ReportRegistrations] })
export class ReportsModule {}

export const reports: Feature = {
  module: ReportsModule,
  tables: [Report, ReportComment, ReportFile],
  migrations: [Reports1764500220000],
};
