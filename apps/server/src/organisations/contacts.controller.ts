import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../accounts/access';
import { toIso } from '../api/fields';
import {
  ContactChangesDto,
  ContactDto,
  ContactListDto,
  ContactParamDto,
  NewContactDto,
} from './contacts.dto';
import { ContactsService } from './contacts.service';
import type { OrganisationContact } from './organisation.entity';
import { OrganisationParamDto } from './organisations.dto';

const view = ({ organisationId: _, createdAt, ...contact }: OrganisationContact) => ({
  ...contact,
  createdAt: toIso(createdAt),
});

@ApiTags('organisations')
@Controller('v1/organisations/:id/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @ApiOperation({ summary: 'The people at an organisation, by name' })
  @Can('organisation.read', 'network')
  @ZodResponse({ type: ContactListDto })
  @Get()
  async list(@Param() { id }: OrganisationParamDto) {
    const items = (await this.contacts.list(id)).map(view);
    return { items, total: items.length };
  }

  @ApiOperation({ summary: 'Add a person at an organisation' })
  @Can('organisation.manage', 'network')
  @ZodResponse({ status: 201, type: ContactDto })
  @Post()
  async add(@Param() { id }: OrganisationParamDto, @Body() body: NewContactDto) {
    return view(await this.contacts.add(id, body));
  }

  @ApiOperation({ summary: 'Change what is given of a person at an organisation' })
  @Can('organisation.manage', 'network')
  @ZodResponse({ type: ContactDto })
  @Patch(':contactId')
  async change(@Param() { id, contactId }: ContactParamDto, @Body() body: ContactChangesDto) {
    return view(await this.contacts.change(id, contactId, body));
  }

  @ApiOperation({ summary: 'Remove a person at an organisation' })
  @Can('organisation.manage', 'network')
  @HttpCode(204)
  @Delete(':contactId')
  async remove(@Param() { id, contactId }: ContactParamDto) {
    await this.contacts.remove(id, contactId);
  }
}
