import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { Organisation, OrganisationContact } from './organisation.entity';
import { OrganisationChorus1764500003000 } from './organisation-chorus.migration';
import { OrganisationNames1764500035000 } from './organisation-names.migration';
import { OrganisationRegistrations } from './organisation-registrations';
import { OrganisationWords1764350400000 } from './organisation-words.migration';
import { organisationsAudit } from './organisations.audit';
import { OrganisationsController } from './organisations.controller';
import { organisationsFaults } from './organisations.faults';
import { OrganisationsService } from './organisations.service';

/** The network's external clients. */
@Module({
  controllers: [OrganisationsController, ContactsController],
  providers: [ContactsService, OrganisationRegistrations, OrganisationsService],
})
export class OrganisationsModule {}

export const organisations = {
  module: OrganisationsModule,
  tables: [Organisation, OrganisationContact],
  migrations: [
    OrganisationWords1764350400000,
    OrganisationChorus1764500003000,
    OrganisationNames1764500035000,
  ],
  auditWords: [organisationsAudit],
  faults: [organisationsFaults],
} satisfies Feature;
