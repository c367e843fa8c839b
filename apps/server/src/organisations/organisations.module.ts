import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsService } from './organisations.service';

/** The network's external clients. */
@Module({
  controllers: [OrganisationsController, ContactsController],
  providers: [OrganisationsService, ContactsService],
})
export class OrganisationsModule {}
