import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import { MembersModule } from '../../people/members/members.module';
import type { Feature } from '../../platform/kit/feature';
import { ForgottenLabs } from './forgotten-labs';
import { KioskController } from './kiosk.controller';
import { KiosksController } from './kiosks.controller';
import { KiosksService } from './kiosks.service';
import { OpeningCorrections1764500230000 } from './opening-corrections.migration';
import { OpeningsController } from './openings.controller';
import { OpeningsService } from './openings.service';
import { Kiosk, LabOpening, Visit } from './visit.entities';
import { VisitDays } from './visit-days.service';
import { VisitRegistrations } from './visit-registrations';
import { visitsAudit } from './visits.audit';
import { VisitsController } from './visits.controller';
import { visitsFaults } from './visits.faults';
import { Visits1764500218000 } from './visits.migration';
import { VisitsService } from './visits.service';

/** People who come through the door, and hours at which labs were open. */
@Module({
  imports: [ImportModule, MembersModule],
  controllers: [KioskController, KiosksController, OpeningsController, VisitsController],
  providers: [ForgottenLabs, KiosksService, OpeningsService, VisitDays, VisitRegistrations, VisitsService],
})
export class VisitsModule {}

export const visits = {
  module: VisitsModule,
  tables: [Kiosk, Visit, LabOpening],
  migrations: [Visits1764500218000, OpeningCorrections1764500230000],
  auditWords: [visitsAudit],
  faults: [visitsFaults],
} satisfies Feature;
