import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { ContactChangesDto, ContactDto, ContactListDto, NewContactDto } from './contacts.dto';
import { ContactsService } from './contacts.service';
import type { OrganisationContact } from './organisation.entity';

const viewContact = ({ organisationId: _, createdAt, ...contact }: OrganisationContact) => ({
  ...contact,
  createdAt: toIso(createdAt),
});

@ApiTags('organisations')
@Controller('v1/organisations/:id/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  /** Lists the contacts at an organisation, by name. */
  @Can('organisation.read', 'network')
  @ZodResponse({ type: ContactListDto })
  @Get()
  @Faults('ORGANISATION.UNKNOWN')
  async list(@PathId() id: OrganisationId) {
    const items = (await this.contacts.list(id)).map(viewContact);
    return { items, total: items.length };
  }

  /** Adds a contact at an organisation. */
  @Can('organisation.manage', 'network')
  @ZodResponse({ status: 201, type: ContactDto })
  @Post()
  @Faults('ORGANISATION.UNKNOWN')
  async add(@PathId() id: OrganisationId, @Body() body: NewContactDto) {
    return viewContact(await this.contacts.add(id, body));
  }

  /** Changes the fields of a contact that are in the request. */
  @Can('organisation.manage', 'network')
  @ZodResponse({ type: ContactDto })
  @Patch(':contactId')
  @Faults('ORGANISATION.UNKNOWN_CONTACT')
  async change(
    @PathId() id: OrganisationId,
    @PathId('contactId') contactId: string,
    @Body() body: ContactChangesDto,
  ) {
    return viewContact(await this.contacts.change(id, contactId, body));
  }

  /** Removes a contact at an organisation. */
  @Can('organisation.manage', 'network')
  @HttpCode(204)
  @Delete(':contactId')
  @Faults('ORGANISATION.UNKNOWN_CONTACT')
  async remove(@PathId() id: OrganisationId, @PathId('contactId') contactId: string) {
    await this.contacts.remove(id, contactId);
  }
}
