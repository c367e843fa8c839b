import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { Registration, SessionFeed } from './registration.entities';
import { RegistrationRegistrations } from './registration-registrations';
import { registrationsFaults } from './registrations.faults';
import { Registrations1764500216000 } from './registrations.migration';

/** People at sessions. */
@Module({ imports: [ImportModule], providers: [RegistrationRegistrations] })
export class RegistrationsModule {}

export const registrations: Feature = {
  module: RegistrationsModule,
  tables: [Registration, SessionFeed],
  migrations: [Registrations1764500216000],
  faults: [registrationsFaults],
};
