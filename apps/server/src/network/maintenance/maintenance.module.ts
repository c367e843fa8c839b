import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { HoursRun } from './hours-run';
import { maintenanceAudit } from './maintenance.audit';
import { MaintenanceController } from './maintenance.controller';
import { MaintenanceEntry, MaintenanceWindow, ServiceRule } from './maintenance.entities';
import { maintenanceFaults } from './maintenance.faults';
import { Maintenance1764500042000 } from './maintenance.migration';
import { MaintenanceService } from './maintenance.service';
import { MaintenanceView } from './maintenance-view';
import { ServiceDue } from './service-due';

/** When people work on machines, what they did, and which service is due. */
@Module({
  controllers: [MaintenanceController],
  providers: [HoursRun, MaintenanceService, MaintenanceView, ServiceDue],
  exports: [HoursRun, ServiceDue],
})
export class MaintenanceModule {}

export const maintenance = {
  module: MaintenanceModule,
  tables: [MaintenanceWindow, MaintenanceEntry, ServiceRule],
  migrations: [Maintenance1764500042000],
  auditWords: [maintenanceAudit],
  faults: [maintenanceFaults],
} satisfies Feature;
