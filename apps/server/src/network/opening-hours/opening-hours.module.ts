import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { LabCalendars } from './lab-calendars';
import { openingHoursAudit } from './opening-hours.audit';
import { OpeningHoursController } from './opening-hours.controller';
import { LabClosure, LabWeek } from './opening-hours.entities';
import { openingHoursFaults } from './opening-hours.faults';
import { OpeningHours1764500040000 } from './opening-hours.migration';
import { OpeningHoursService } from './opening-hours.service';

/** When labs are open. */
@Module({
  controllers: [OpeningHoursController],
  providers: [LabCalendars, OpeningHoursService],
  exports: [LabCalendars],
})
export class OpeningHoursModule {}

export const openingHours = {
  module: OpeningHoursModule,
  tables: [LabWeek, LabClosure],
  migrations: [OpeningHours1764500040000],
  auditWords: [openingHoursAudit],
  faults: [openingHoursFaults],
} satisfies Feature;
