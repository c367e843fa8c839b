import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { Kiosk, LabOpening, Visit } from './visit.entities';
import { VisitRegistrations } from './visit-registrations';
import { Visits1764500218000 } from './visits.migration';

/** People who come through the door, and hours at which labs were open. */
@Module({ imports: [ImportModule], providers: [VisitRegistrations] })
export class VisitsModule {}

export const visits: Feature = {
  module: VisitsModule,
  tables: [Kiosk, Visit, LabOpening],
  migrations: [Visits1764500218000],
};
